import type { UnaryExpression } from '../../../grammar/index.ts'
import { boolType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'
import { expectBool, expectNumber } from './expect-operand.ts'

/** `not condition` or `-number`. */
export function checkUnary({ operator, operand }: UnaryExpression, environment: Environment, body: Body): Type {
  const type = checkExpression(operand, environment, body)
  if (operator === '-') return expectNumber(operator, operand, type, body)
  expectBool(operator, operand, type, body)
  return boolType
}
