import type { PureOperator, Value } from '../../compiler/index.ts'
import { equalValues } from './equal-values.ts'
import { expectNumber } from './expect-value.ts'
import { Failure } from './failure.ts'
import { finite } from './finite.ts'

/**
 * An operator on two values. `/` and `%` by zero fail, and so does a result that is not finite. `%` has the sign of the
 * divisor (`-1 % 3` is 2), so that an index brought into range with it is never negative.
 */
export function operate(operator: PureOperator, left: Value, right: Value): Value | Failure {
  switch (operator) {
    case '==':
      return equalValues(left, right)
    case '!=':
      return !equalValues(left, right)
    default:
      return operateOnNumbers(operator, expectNumber(left), expectNumber(right))
  }
}

function operateOnNumbers(operator: Exclude<PureOperator, '==' | '!='>, left: number, right: number): Value | Failure {
  switch (operator) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '+':
      return finite(left + right)
    case '-':
      return finite(left - right)
    case '*':
      return finite(left * right)
    case '/':
      return right === 0 ? divisionByZero(left, operator) : finite(left / right)
    case '%':
      return right === 0 ? divisionByZero(left, operator) : remainder(left, right)
  }
}

function remainder(left: number, right: number): number {
  const truncated = left % right
  if (truncated === 0) return 0
  return truncated < 0 === right < 0 ? truncated : truncated + right
}

const divisionByZero = (left: number, operator: string): Failure =>
  new Failure('division_by_zero', `${left} ${operator} 0 has no result.`)
