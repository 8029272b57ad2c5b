import { evaluateArithmetic } from './arithmetic.ts'
import { Failure } from '../values/failure.ts'
import type { ToolImplementation } from './tool-implementation.ts'

/** `std:calculator`: works out an arithmetic expression. */
export const calculator: ToolImplementation = {
  description: 'std:calculator',
  call({ expression }) {
    const value = evaluateArithmetic(String(expression))
    return Promise.resolve(value instanceof Failure ? { kind: 'failed', message: value.message } : { kind: 'ok', value })
  },
}
