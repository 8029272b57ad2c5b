import type { BinaryExpression } from '../../../grammar/index.ts'
import { intType, numberType, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'
import { expectInteger, expectNumber } from './expect-operand.ts'

/** `-`, `*`, `/`, `%` on numbers. */
export function checkArithmetic({ operator, left, right }: BinaryExpression, environment: Environment, body: Body): Type {
  const leftType = checkExpression(left, environment, body)
  const rightType = checkExpression(right, environment, body)
  if (operator === '%') {
    expectInteger(operator, left, leftType, body)
    expectInteger(operator, right, rightType, body)
    return intType
  }
  const numbers = [expectNumber(operator, left, leftType, body), expectNumber(operator, right, rightType, body)]
  return operator === '/' ? numberType : arithmeticResult(numbers)
}

/** `int` where every operand is one. */
export function arithmeticResult(operands: readonly Type[]): Type {
  if (operands.some((type) => type.kind === 'unknown')) return unknownType
  return operands.every((type) => type.kind === 'int') ? intType : numberType
}
