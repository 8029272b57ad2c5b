import type { Value } from '../../../compiler/index.ts'
import type { RandomStream } from '../../random/random-stream.ts'
import type { Arithmetic, Operator } from '../arithmetic/arithmetic.ts'
import { evaluate, valueOf } from '../arithmetic/evaluate.ts'
import { expressionText } from '../arithmetic/expression.ts'
import { intermediates } from '../arithmetic/intermediates.ts'
import { largestDigit } from '../arithmetic/largest-digit.ts'
import { randomExpression } from '../arithmetic/random-expression.ts'
import { reduceOnce } from '../arithmetic/reduce-once.ts'
import { disturb } from '../disturb.ts'
import { slip } from '../slip.ts'
import type { Span, TaskFamily } from '../task-family.ts'
import type { Task } from '../task.ts'

/** The parameters that the families of arithmetic share. */
export interface ArithmeticParameters {
  /** How many operators an expression has: the difficulty. */
  readonly operators: Span
  /** The numbers that stand in a task. */
  readonly values: Span
  readonly symbols: readonly Operator[]
  readonly parentheses: boolean
  readonly arithmetic: Arithmetic
  /**
   * How many letters may stand before a task, each as likely; they mean nothing. Where expressions are few they make many texts of
   * each, so that a text that is held out is one of several that ask for the same. 0 for none.
   */
  readonly tags: number
}

const allTags = 'klmnopqrst'

/** The letters that may stand before a task; there are ten at most. */
export const tagLetters = (tags: number): string => allTags.slice(0, tags)

export const mostTags = allTags.length

export interface ArithmeticNotation {
  readonly name: string
  /** Written before the expression, and after a tag, as long as operators are left; a result stands alone. */
  readonly marker: '' | '~' | '='
  /** Probability with which each model call misreads a digit. */
  readonly disturbance: number
}

/** The one input of every arithmetic task. */
export const expressionInput = 'expression'

/** Draws that may be rejected before a difficulty counts as impossible. */
const mostDraws = 10_000

/**
 * A family of expressions. Agents of the role `answer` give the value in one go, those of the role `reduce` carry out one
 * operation. Draws with a value outside the range, on the way or at the end, are rejected; `generate` throws a RangeError
 * where none in 10,000 is left.
 */
export function arithmeticFamily(notation: ArithmeticNotation, parameters: ArithmeticParameters): TaskFamily {
  const { name, marker, disturbance } = notation
  const { arithmetic } = parameters
  const tags = tagLetters(parameters.tags)

  const tagOf = (text: string): string => (text !== '' && tags.includes(text.charAt(0)) ? text.charAt(0) : '')

  const expressionOf = (text: string): string | null => {
    const untagged = text.slice(tagOf(text).length)
    if (!untagged.startsWith(marker)) return null
    const rest = untagged.slice(marker.length)
    // Several expressions in one text are another family's.
    return /^[0-9(][^;]*$/.test(rest) ? rest : null
  }

  const answer = (text: string): string | null => {
    const expression = expressionOf(text)
    const value = expression === null ? null : evaluate(expression, arithmetic)
    return value === null ? null : String(value)
  }

  const marked = (step: string, text: string): string => (/^[0-9]+$/.test(step) ? step : `${tagOf(text)}${marker}${step}`)

  const reduce = (text: string): string | null => {
    const expression = expressionOf(text)
    const reduced = expression === null ? null : reduceOnce(expression, arithmetic)
    return reduced === null ? null : marked(reduced, text)
  }

  const replies: Readonly<Record<string, (text: string) => Value>> = { answer, reduce }

  return {
    name,
    parameters: disturbance === 0 ? parameters : { ...parameters, disturbance },
    difficulties: parameters.operators,
    roles: Object.keys(replies),
    generate: (random, difficulty) => drawTask(random, difficulty, notation, parameters),
    owns: (text) => expressionOf(text) !== null,
    reply: (role, inputs) => {
      const text = inputs[expressionInput]
      const replyOf = Object.hasOwn(replies, role) ? replies[role] : undefined
      return typeof text === 'string' && replyOf !== undefined ? replyOf(text) : null
    },
    intermediates: (task) => {
      const text = task.input[expressionInput]
      const expression = typeof text === 'string' ? expressionOf(text) : null
      if (typeof text !== 'string' || expression === null) return []
      return intermediates(expression, arithmetic).map((step) => marked(step, text))
    },
    slip: (reply, random) => (typeof reply === 'string' ? slip(reply, largestDigit(arithmetic), random) : null),
    perceive: (text, random) => (disturbance > 0 && expressionOf(text) !== null ? disturb(text, disturbance, random) : text),
  }
}

function drawTask(
  random: RandomStream,
  difficulty: number,
  notation: ArithmeticNotation,
  parameters: ArithmeticParameters,
): Task {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const expression = randomExpression(random, difficulty, parameters)
    const value = valueOf(expression, parameters.arithmetic)
    if (value === null) continue
    const tag = parameters.tags === 0 ? '' : tagLetters(parameters.tags).charAt(random.integer(parameters.tags))
    const text = `${tag}${notation.marker}${expressionText(expression)}`
    return {
      id: `${notation.name}:${text}`,
      family: notation.name,
      difficulty,
      input: { [expressionInput]: text },
      expected: String(value),
    }
  }
  throw new RangeError(
    `${notation.name}: ${mostDraws} expressions of ${difficulty} operators, and none keeps its values in range`,
  )
}
