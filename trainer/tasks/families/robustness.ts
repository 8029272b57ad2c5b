import type { TaskFamily } from '../task-family.ts'
import { arithmeticFamily } from './arithmetic-family.ts'
import type { ArithmeticParameters } from './arithmetic-family.ts'

export interface RobustnessParameters extends ArithmeticParameters {
  /** Probability with which each model call misreads a digit, independently. */
  readonly disturbance: number
}

/**
 * One call of a perfect reader is right with probability 0.614, a vote of three with 0.749, a vote of five with 0.895: exact
 * values, enumerated in the test of this file.
 */
export const defaultRobustness: RobustnessParameters = {
  operators: { minimum: 1, maximum: 1 },
  values: { minimum: 0, maximum: 9 },
  symbols: ['+'],
  parentheses: false,
  arithmetic: { modulo: 10 },
  tags: 8,
  disturbance: 0.22,
}

/**
 * Short sums such as `~3+4` that every model call reads through a noisy channel of its own: one answer is right more often
 * than wrong, with independent errors, so sampling and voting pays. Numbers have one digit: a misread one is still a number.
 */
export function robustnessFamily(parameters: Partial<RobustnessParameters> = {}): TaskFamily {
  const { disturbance, ...shared } = { ...defaultRobustness, ...parameters }
  return arithmeticFamily({ name: 'robustness', marker: '~', disturbance }, shared)
}
