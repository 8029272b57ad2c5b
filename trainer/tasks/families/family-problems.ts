import { randomStream } from '../../random/random-stream.ts'
import type { Operator } from '../arithmetic/arithmetic.ts'
import type { TaskFamily } from '../task-family.ts'
import { mostTags } from './arithmetic-family.ts'
import type { ArithmeticParameters } from './arithmetic-family.ts'

/** What is wrong with the parameters of an arithmetic family, one sentence each; empty for usable ones. */
export function arithmeticProblems(parameters: ArithmeticParameters & { readonly disturbance?: number }): readonly string[] {
  const { operators, values, symbols, arithmetic, tags, disturbance = 0 } = parameters
  const problems: string[] = []
  const largest = 'modulo' in arithmetic ? arithmetic.modulo - 1 : arithmetic.range
  if (operators.minimum < 1 || operators.minimum > operators.maximum) {
    problems.push(`operators: ${operators.minimum} to ${operators.maximum} is no range from 1 on.`)
  }
  if (values.minimum < 0 || values.minimum > values.maximum) {
    problems.push(`values: ${values.minimum} to ${values.maximum} is no range from 0 on.`)
  }
  if (values.maximum > largest) problems.push(`values: ${values.maximum} is more than the largest result, ${largest}.`)
  if (symbols.length === 0) problems.push('symbols: there is none.')
  if (new Set<Operator>(symbols).size < symbols.length) problems.push('symbols: one stands twice.')
  if (tags < 0 || tags > mostTags) problems.push(`tags: ${tags} is not from 0 to ${mostTags}.`)
  if (disturbance > 0 && values.maximum > 9)
    problems.push('values: a family with a disturbance has numbers of one digit, up to 9.')
  return problems
}

/** Which difficulties of a family no task was found for, one sentence each. It generates a task of each. */
export function generationProblems(family: TaskFamily): readonly string[] {
  const problems: string[] = []
  for (let difficulty = family.difficulties.minimum; difficulty <= family.difficulties.maximum; difficulty += 1) {
    try {
      family.generate(randomStream(0, 'probe', family.name, difficulty), difficulty)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      problems.push(`${error.message}.`)
    }
  }
  return problems
}
