import type { BinaryExpression } from '../../../grammar/index.ts'
import { boolType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import { assume } from '../flow/assume.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'
import { expectBool } from './expect-operand.ts'

/** `and`, `or`: the right side is evaluated only where the left one has not decided. */
export function checkLogic({ operator, left, right }: BinaryExpression, environment: Environment, body: Body): Type {
  expectBool(operator, left, checkExpression(left, environment, body), body)
  const undecided = assume(left, operator === 'and', environment)
  expectBool(operator, right, checkExpression(right, undecided, body), body)
  return boolType
}
