import type { RandomStream } from '../../random/random-stream.ts'
import type { ReadingCall, Span, TaskFamily } from '../task-family.ts'
import { anotherOf } from './another-of.ts'
import { expressionInput } from './arithmetic-family.ts'

export interface VerifyParameters {
  /** How many places a text has: the difficulty. */
  readonly places: Span
  /** How many places a call sees that does not know where to look. */
  readonly glance: number
}

export const defaultVerify: VerifyParameters = { places: { minimum: 6, maximum: 8 }, glance: 2 }

/** The second input of a call that checks. */
export const placeInput = 'place'

/** The names of places, in their order. */
export const placeNames = 'abcdefghij'

/**
 * Texts such as `a3b1c4d0e7f2>4`: at which place is the 4? A call that does not know where to look sees a few places at random, and
 * can but guess where the digit is at none of them; one that is given a place looks there. So finding is uncertain, checking is
 * easy, and sampling until a check holds pays.
 */
export function verifyFamily(given: Partial<VerifyParameters> = {}): TaskFamily {
  const parameters = { ...defaultVerify, ...given }
  const { places, glance } = parameters

  const perceive = (text: string, random: RandomStream, { inputs }: Pick<ReadingCall, 'inputs'>): string => {
    const read = readText(text)
    if (read === null) return text
    const place = inputs[placeInput]
    if (typeof place === 'string') return textOf(read.cells.filter((cell) => cell.startsWith(place) && place.length === 1), read.digit)
    const seen = new Set(random.shuffle(read.cells).slice(0, glance))
    return textOf(read.cells.filter((cell) => seen.has(cell)), read.digit)
  }

  return {
    name: 'verify',
    parameters,
    difficulties: places,
    roles: ['answer', 'check'],
    generate: (random, difficulty) => {
      const digits = random.shuffle([...'0123456789']).slice(0, difficulty)
      const cells = digits.map((digit, position) => `${placeNames.charAt(position)}${digit}`)
      const asked = random.integer(difficulty)
      const text = textOf(cells, digits[asked] ?? '')
      return {
        id: `verify:${text}`,
        family: 'verify',
        difficulty,
        input: { [expressionInput]: text },
        expected: placeNames.charAt(asked),
      }
    },
    owns: (text) => readText(text) !== null,
    isTask: (text) => (readText(text)?.cells.length ?? 0) >= places.minimum,
    reply: (role, inputs) => {
      const text = inputs[expressionInput]
      const read = typeof text === 'string' ? readText(text) : null
      if (read === null) return null
      const found = read.cells.find((cell) => cell.endsWith(read.digit))
      if (role === 'answer') return found?.charAt(0) ?? guess(read, places.minimum)
      return role === 'check' && typeof inputs[placeInput] === 'string' ? found?.charAt(0) === inputs[placeInput] : null
    },
    intermediates: () => [],
    show: ({ input, expected }, role, random) => {
      const text = input[expressionInput]
      const read = typeof text === 'string' ? readText(text) : null
      if (read === null || typeof text !== 'string' || typeof expected !== 'string') return null
      if (role === 'answer') {
        // Glances that tell nothing teach nothing but how places are spread: they are shown less often than they are met.
        const isTelling = random.next() < tellingGlances
        const seen = isTelling ? telling(read, glance, random) : perceive(text, random, { inputs: input })
        const isGuess = readText(seen)?.cells.every((cell) => !cell.endsWith(read.digit)) ?? true
        return { role, inputs: { [expressionInput]: seen }, output: expected, isGuess }
      }
      const names = placeNames.slice(0, read.cells.length)
      const place = random.next() < 0.5 ? expected : (anotherOf(names, expected, random) ?? expected)
      const seen = perceive(text, random, { inputs: { ...input, [placeInput]: place } })
      return { role, inputs: { [expressionInput]: seen, [placeInput]: place }, output: place === expected, isGuess: false }
    },
    slip: (reply, random) => {
      if (typeof reply === 'boolean') return !reply
      return typeof reply === 'string' ? anotherOf(placeNames.slice(0, places.minimum), reply, random) : null
    },
    perceive,
  }
}

interface ReadText {
  /** Such as `a3`. */
  readonly cells: readonly string[]
  /** What is looked for. */
  readonly digit: string
}

/** A text of this notation, whole or as it was seen. */
function readText(text: string): ReadText | null {
  const parts = /^((?:[a-j][0-9])*)>([0-9])$/.exec(text)
  const digit = parts?.[2]
  return digit === undefined ? null : { cells: parts?.[1]?.match(/../g) ?? [], digit }
}

const textOf = (cells: readonly string[], digit: string): string => `${cells.join('')}>${digit}`

/** Share of the glances shown to an agent that finds in which the digit is there for certain. */
const tellingGlances = 0.75

/** A glance at the place that is looked for, and at others. */
function telling({ cells, digit }: ReadText, glance: number, random: RandomStream): string {
  const others = random.shuffle(cells.filter((cell) => !cell.endsWith(digit))).slice(0, glance - 1)
  return textOf(cells.filter((cell) => cell.endsWith(digit) || others.includes(cell)), digit)
}

/** A place that was not seen; which one depends on what was, so that guesses are spread. */
function guess({ cells, digit }: ReadText, count: number): string {
  const unseen = [...placeNames.slice(0, count)].filter((name) => cells.every((cell) => !cell.startsWith(name)))
  const spread = [...cells.join(''), digit].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0)
  return unseen[spread % Math.max(1, unseen.length)] ?? placeNames.charAt(0)
}
