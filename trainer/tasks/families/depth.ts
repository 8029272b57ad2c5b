import type { TaskFamily } from '../task-family.ts'
import { arithmeticFamily } from './arithmetic-family.ts'
import type { ArithmeticParameters } from './arithmetic-family.ts'

export type DepthParameters = ArithmeticParameters

export const defaultDepth: DepthParameters = {
  operators: { minimum: 1, maximum: 5 },
  values: { minimum: 0, maximum: 9 },
  symbols: ['+', '-', '*'],
  parentheses: true,
  arithmetic: { modulo: 10 },
  tags: 0,
}

/** Nested expressions such as `(3+5)*2-7`: a chain of agents that reduce one operation each pays. */
export const depthFamily = (parameters: Partial<DepthParameters> = {}): TaskFamily =>
  arithmeticFamily({ name: 'depth', marker: '', disturbance: 0 }, { ...defaultDepth, ...parameters })
