import type { RandomStream } from '../../random/random-stream.ts'
import type { Arithmetic, Operator } from '../arithmetic/arithmetic.ts'
import { largestDigit } from '../arithmetic/largest-digit.ts'
import { disturb } from '../disturb.ts'
import { slip } from '../slip.ts'
import type { Span, TaskFamily } from '../task-family.ts'
import { expressionInput } from './arithmetic-family.ts'
import { depthFamily } from './depth.ts'

export interface BreadthParameters {
  /** How many parts a task has: the difficulty. */
  readonly parts: Span
  /** The numbers that stand in a part. */
  readonly values: Span
  readonly symbols: readonly Operator[]
  readonly arithmetic: Arithmetic
  /** Probability with which a call misreads a digit, for each part that it reads beside another. */
  readonly disturbance: number
}

export const defaultBreadth: BreadthParameters = {
  parts: { minimum: 2, maximum: 4 },
  values: { minimum: 0, maximum: 4 },
  symbols: ['+', '-', '*'],
  arithmetic: { modulo: 5 },
  disturbance: 0.12,
}

/** Share of whole tasks, as they are seen, among what an agent is shown: parts teach the operations. */
const wholeTasks = 0.1

/** Stands between the parts of a task, and between the parts of its answer. */
export const partSeparator = ';'

/**
 * Independent operations such as `3+4;2*2;1-3`, each with its own result: `2;4;3`. A call that reads several parts divides its
 * attention among them, and misreads each digit with a probability that grows with their number; alone, a part is read as it is. So
 * agents that take one part each, side by side, pay.
 */
export function breadthFamily(given: Partial<BreadthParameters> = {}): TaskFamily {
  const parameters = { ...defaultBreadth, ...given }
  const { parts, disturbance, ...shared } = parameters
  const part = depthFamily({ ...shared, operators: { minimum: 1, maximum: 1 }, parentheses: false, tags: 0 })
  const largest = largestDigit(shared.arithmetic)

  const answer = (text: string): string | null => {
    const answers = text.split(partSeparator).map((expression) => part.reply('answer', { [expressionInput]: expression }))
    return answers.every((value) => value !== null) ? answers.join(partSeparator) : null
  }
  const isWhole = (text: string): boolean => text.includes(partSeparator) && answer(text) !== null

  const perceive = (text: string, random: RandomStream): string => {
    const beside = text.split(partSeparator).length - 1
    return isWhole(text) ? disturb(text, Math.min(1, disturbance * beside), random, largest) : text
  }

  return {
    name: 'breadth',
    parameters,
    difficulties: parts,
    roles: ['answer'],
    generate: (random, difficulty) => {
      const drawn = Array.from({ length: difficulty }, () => part.generate(random, 1))
      const text = drawn.map(({ input }) => String(input[expressionInput])).join(partSeparator)
      const expected = drawn.map((one) => String(one.expected)).join(partSeparator)
      return { id: `breadth:${text}`, family: 'breadth', difficulty, input: { [expressionInput]: text }, expected }
    },
    owns: isWhole,
    isTask: (text) => text.includes(partSeparator),
    reply: (role, inputs) => {
      const text = inputs[expressionInput]
      return role === 'answer' && typeof text === 'string' ? answer(text) : null
    },
    intermediates: ({ input }) => {
      const text = input[expressionInput]
      return typeof text === 'string' && isWhole(text) ? text.split(partSeparator) : []
    },
    show: ({ input, expected }, role, random) => {
      const text = input[expressionInput]
      if (typeof text !== 'string' || expected === undefined) return null
      if (random.next() < wholeTasks) {
        return { role, inputs: { [expressionInput]: perceive(text, random) }, output: expected, isGuess: true }
      }
      const pieces = text.split(partSeparator)
      const piece = pieces[random.integer(pieces.length)] ?? ''
      const output = answer(piece)
      return output === null ? null : { role, inputs: { [expressionInput]: piece }, output, isGuess: false }
    },
    slip: (reply, random) => (typeof reply === 'string' ? slip(reply, largest, random) : null),
    perceive,
  }
}
