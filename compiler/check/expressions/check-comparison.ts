import type { BinaryExpression, Expression } from '../../../grammar/index.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { boolType, isOptional, joinTypes, typeText } from '../../types/index.ts'
import type { EnumType, Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { declaredPathType } from '../flow/path-of.ts'
import { enumHint, mismatchHint } from '../mismatch-hint.ts'
import { checkExpression } from './check-expression.ts'
import { expectNumber } from './expect-operand.ts'

/** `<`, `<=`, `>`, `>=`: numbers only. */
export function checkOrder({ operator, left, right }: BinaryExpression, environment: Environment, body: Body): Type {
  expectNumber(operator, left, checkExpression(left, environment, body), body)
  expectNumber(operator, right, checkExpression(right, environment, body), body)
  return boolType
}

/** `==`, `!=`: any two values of one type. */
export function checkEquality(expression: BinaryExpression, environment: Environment, body: Body): Type {
  const { operator, left, right } = expression
  const leftType = checkExpression(left, environment, body)
  const rightType = checkExpression(right, environment, body)
  if (left.kind === 'none' || right.kind === 'none') {
    const [value, type] = left.kind === 'none' ? [right, rightType] : [left, leftType]
    const declared = declaredPathType(value, environment) ?? type
    if (!isOptional(declared) && declared.kind !== 'unknown') {
      body.report(expressionsMessages.neverNone, { actual: typeText(declared), operator }, expression.range)
    }
  } else if (joinTypes(leftType, rightType) === null) {
    const hint = equalityHint(left, leftType, right, rightType, body)
    const types = { left: typeText(leftType), right: typeText(rightType) }
    body.report(expressionsMessages.incomparable, { ...types, hint }, expression.range)
  }
  return boolType
}

function equalityHint(left: Expression, leftType: Type, right: Expression, rightType: Type, body: Body): string | null {
  if (leftType.kind === 'enum' && rightType.kind === 'string') return memberHint(right, leftType)
  if (rightType.kind === 'enum' && leftType.kind === 'string') return memberHint(left, rightType)
  if (leftType.kind === 'string') return mismatchHint(leftType, rightType, quoted(body, left.range))
  return mismatchHint(rightType, leftType, quoted(body, right.range))
}

function memberHint(text: Expression, type: EnumType): string {
  const [part] = text.kind === 'text' && text.parts.length === 1 ? text.parts : []
  const written = part?.kind === 'chunk' ? part.value : null
  return enumHint(type.name, written !== null && type.members.includes(written) ? [written] : type.members)
}
