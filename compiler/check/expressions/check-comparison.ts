import type { BinaryExpression, Expression } from '../../../grammar/index.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { replacing } from '../../fixes/edits.ts'
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
    const fix = memberFix(left, rightType) ?? memberFix(right, leftType)
    body.report(expressionsMessages.incomparable, { ...types, hint }, expression.range, { fix })
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
  const member = writtenMember(text, type)
  return enumHint(type.name, member === null ? type.members : [member])
}

/** `"correct"` as `Verdict.correct`, where it is compared with a `Verdict`. */
function memberFix(text: Expression, type: Type): Fix | null {
  const member = type.kind === 'enum' ? writtenMember(text, type) : null
  return member === null || type.kind !== 'enum' ? null : replacing(text.range, `${type.name}.${member}`)
}

/** The member that a text spells; `null` where it spells none. */
function writtenMember(text: Expression, type: EnumType): string | null {
  const [part] = text.kind === 'text' && text.parts.length === 1 ? text.parts : []
  return part?.kind === 'chunk' && type.members.includes(part.value) ? part.value : null
}
