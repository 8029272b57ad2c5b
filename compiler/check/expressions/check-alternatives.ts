import type { BinaryExpression } from '../../../grammar/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { isOptional, joinTypes, typeText, unknownType, withoutNone } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { declaredPathType } from '../flow/path-of.ts'
import { checkExpression } from './check-expression.ts'

/** `left ?? right`: the right side where the left one is `none`. */
export function checkDefault(expression: BinaryExpression, environment: Environment, body: Body): Type {
  const { left, right } = expression
  const value = checkExpression(left, environment, body)
  const fallback = checkExpression(right, environment, body)
  const declared = declaredPathType(left, environment) ?? value
  if (!isOptional(declared) && declared.kind !== 'unknown' && declared.kind !== 'never') {
    body.report(expressionsMessages.neverNone, { actual: typeText(value), operator: '??' }, left.range)
    return value
  }
  return joined(expression, withoutNone(value), fallback, body)
}

/** `left otherwise right`: the right side where the left one fails. */
export function checkOtherwise(expression: BinaryExpression, environment: Environment, body: Body): Type {
  if (environment.inText) body.report(callsMessages.regionInText, { what: 'otherwise' }, expression.operatorRange)
  const left = checkExpression(expression.left, environment, body)
  const right = checkExpression(expression.right, environment, body)
  return joined(expression, left, right, body)
}

function joined({ operator, right }: BinaryExpression, left: Type, fallback: Type, body: Body): Type {
  const type = joinTypes(left, fallback)
  if (type !== null) return type
  const types = { left: typeText(left), right: typeText(fallback) }
  body.report(typesMessages.noCommonType, { ...types, hint: `Both sides of \`${operator}\` have one type.` }, right.range)
  return unknownType
}
