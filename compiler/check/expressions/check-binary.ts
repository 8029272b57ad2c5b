import type { BinaryExpression } from '../../../grammar/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkArithmetic } from './check-arithmetic.ts'
import { checkDefault, checkOtherwise } from './check-alternatives.ts'
import { checkEquality, checkOrder } from './check-comparison.ts'
import { checkLogic } from './check-logic.ts'
import { checkSum } from './check-sum.ts'

export function checkBinary(expression: BinaryExpression, environment: Environment, body: Body): Type {
  switch (expression.operator) {
    case 'otherwise':
      return checkOtherwise(expression, environment, body)
    case '??':
      return checkDefault(expression, environment, body)
    case 'and':
    case 'or':
      return checkLogic(expression, environment, body)
    case '==':
    case '!=':
      return checkEquality(expression, environment, body)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkOrder(expression, environment, body)
    case '+':
      return checkSum(expression, environment, body)
    case '-':
    case '*':
    case '/':
    case '%':
      return checkArithmetic(expression, environment, body)
  }
}
