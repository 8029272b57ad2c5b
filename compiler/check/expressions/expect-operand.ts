import type { Expression } from '../../../grammar/index.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { boolType, isNumeric, numberType, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { mismatchHint } from '../mismatch-hint.ts'

/** The operand's type; `unknown`, after a report, where it is no number. */
export function expectNumber(operator: string, operand: Expression, type: Type, body: Body): Type {
  if (isNumeric(type)) return type.kind === 'never' ? unknownType : type
  const hint = mismatchHint(type, numberType, quoted(body, operand.range))
  body.report(expressionsMessages.notANumber, { operator, actual: typeText(type), hint }, operand.range)
  return unknownType
}

export function expectInteger(operator: string, operand: Expression, type: Type, body: Body): void {
  if (type.kind === 'int' || type.kind === 'unknown' || type.kind === 'never') return
  const hint = mismatchHint(type, { kind: 'int' }, quoted(body, operand.range))
  body.report(expressionsMessages.notAnInteger, { operator, actual: typeText(type), hint }, operand.range)
}

export function expectBool(operator: string, operand: Expression, type: Type, body: Body): void {
  if (type.kind === 'bool' || type.kind === 'unknown' || type.kind === 'never') return
  const hint = conditionHint(type, quoted(body, operand.range))
  body.report(expressionsMessages.notABool, { operator, actual: typeText(type), hint }, operand.range)
}

/** How a value is made a condition. */
export function conditionHint(type: Type, written: string): string | null {
  switch (type.kind) {
    case 'optional':
    case 'none':
      return type.kind === 'optional' && type.inner.kind === 'bool'
        ? mismatchHint(type, boolType, written)
        : `Write \`${written} != none\`.`
    case 'list':
      return `Write \`len(${written}) > 0\`.`
    case 'string':
      return `Write \`${written} != ""\`.`
    case 'int':
    case 'number':
      return `Write \`${written} != 0\`.`
    case 'enum':
      return `Write \`${written} == ${type.name}.${type.members[0] ?? 'member'}\`.`
    default:
      return mismatchHint(type, boolType, written)
  }
}
