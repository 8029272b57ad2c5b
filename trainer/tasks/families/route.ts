import { slip } from '../slip.ts'
import type { Span, TaskFamily } from '../task-family.ts'
import { anotherOf } from './another-of.ts'
import { expressionInput } from './arithmetic-family.ts'

export interface RouteParameters {
  /** How many digits follow the sign of a task. */
  readonly digits: Span
}

export const defaultRoute: RouteParameters = { digits: { minimum: 3, maximum: 5 } }

/** The signs, what each asks for of a row of digits, and the difficulty that stands for it. */
export const signs = ['x', 'y', 'z'] as const

export type Sign = (typeof signs)[number]

const unknownSign = '?'

const readings: Readonly<Record<Sign, (digits: string) => string>> = {
  x: (digits) => digits.charAt(0),
  y: (digits) => digits.charAt(digits.length - 1),
  z: (digits) => String(Math.max(...[...digits].map(Number))),
}

/**
 * Tasks of three kinds such as `x3142`, where `x` asks for the first digit, `y` for the last and `z` for the greatest. Each sign has an
 * agent that reads tasks of it, and of others sees but a `?`. The single agent reads all digits and no sign: what is asked for is a
 * guess. The agent `sign` tells signs apart, and no more. So giving each task to the agent that is good at its kind pays. The
 * difficulty is the kind: 1, 2 and 3.
 */
export function routeFamily(given: Partial<RouteParameters> = {}): TaskFamily {
  const parameters = { ...defaultRoute, ...given }
  const { digits } = parameters

  const perceiveIn = (text: string, role: string): string => {
    const read = readText(text)
    if (read === null || role === 'sign' || role === read.sign) return text
    return isSign(role) ? unknownSign : `${unknownSign}${read.digits}`
  }
  const answer = (role: string, { sign, digits: row }: ReadTask): string | null => {
    if (role === 'sign') return isSign(sign) ? sign : null
    if ((role !== 'answer' && !isSign(role)) || row === '') return null
    return isSign(sign) ? readings[sign](row) : likeliest(row)
  }

  return {
    name: 'route',
    parameters,
    difficulties: { minimum: 1, maximum: signs.length },
    roles: ['answer', 'sign', ...signs],
    generate: (random, difficulty) => {
      const sign = signs[difficulty - 1]
      if (sign === undefined) throw new RangeError(`route: there is no kind ${difficulty}`)
      const length = digits.minimum + random.integer(digits.maximum - digits.minimum + 1)
      const row = Array.from({ length }, () => String(random.integer(10))).join('')
      const text = `${sign}${row}`
      return { id: `route:${text}`, family: 'route', difficulty, input: { [expressionInput]: text }, expected: readings[sign](row) }
    },
    owns: (text) => readText(text) !== null,
    isTask: (text) => isSign(text.charAt(0)),
    reply: (role, inputs) => {
      const text = inputs[expressionInput]
      const read = typeof text === 'string' ? readText(text) : null
      return read === null ? null : answer(role, read)
    },
    intermediates: () => [],
    show: ({ input, expected }, role) => {
      const text = input[expressionInput]
      const read = typeof text === 'string' ? readText(text) : null
      if (read === null || typeof text !== 'string' || expected === undefined) return null
      // An agent is taught its own kind alone.
      if (isSign(role) && role !== read.sign) return null
      const inputs = { [expressionInput]: perceiveIn(text, role) }
      return { role, inputs, output: role === 'sign' ? read.sign : expected, isGuess: role === 'answer' }
    },
    slip: (reply, random) => {
      if (typeof reply !== 'string') return null
      return isSign(reply) ? anotherOf(signs.join(''), reply, random) : slip(reply, 9, random)
    },
    perceive: (text, _random, { role }) => perceiveIn(text, role),
  }
}

interface ReadTask {
  readonly sign: string
  readonly digits: string
}

function readText(text: string): ReadTask | null {
  const [, sign, digits] = /^([xyz?])([0-9]*)$/.exec(text) ?? []
  return sign === undefined || digits === undefined ? null : { sign, digits }
}

const isSign = (text: string): text is Sign => signs.some((sign) => sign === text)

/** What most kinds ask for; the first digit where all differ. */
function likeliest(row: string): string {
  const asked = signs.map((sign) => readings[sign](row))
  return asked.find((digit, position) => asked.indexOf(digit) !== position) ?? asked[0] ?? ''
}
