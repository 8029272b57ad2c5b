import type { TaskFamily } from '../task-family.ts'
import { arithmeticFamily } from './arithmetic-family.ts'
import type { ArithmeticParameters } from './arithmetic-family.ts'

export type PlainParameters = ArithmeticParameters

export const defaultPlain: PlainParameters = {
  operators: { minimum: 1, maximum: 1 },
  values: { minimum: 0, maximum: 9 },
  symbols: ['+', '-', '*'],
  parentheses: false,
  arithmetic: { modulo: 10 },
  tags: 8,
}

/** One operation, such as `=3+4`, read as it is: one call is as good as any team, and cheaper. */
export const plainFamily = (parameters: Partial<PlainParameters> = {}): TaskFamily =>
  arithmeticFamily({ name: 'plain', marker: '=', disturbance: 0 }, { ...defaultPlain, ...parameters })
