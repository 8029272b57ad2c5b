import type { MemberExpression, Name } from '../../../grammar/index.ts'
import { didYouMean } from '../../diagnostics/nearest-name.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { namesMessages } from '../../diagnostics/names-messages.ts'
import { memberAsCall } from '../../fixes/member-as-call.ts'
import { misspeltName } from '../../fixes/misspelt-name.ts'
import { memberHabit, memberWord } from '../../names/habits.ts'
import { typeText, unknownType } from '../../types/index.ts'
import type { EnumType, RecordType, Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { pathOf } from '../flow/path-of.ts'
import { presentHint } from '../mismatch-hint.ts'
import { checkExpression } from './check-expression.ts'

/** `object.field`, or `Verdict.correct` where the object names an enum. */
export function checkMember(expression: MemberExpression, environment: Environment, body: Body): Type {
  const { object, field } = expression
  const named = enumNamed(expression, environment, body)
  if (named !== null) return enumMember(expression, named, body)
  const type = checkExpression(object, environment, body)
  if (type.kind === 'unknown' || type.kind === 'never') return unknownType
  if (type.kind === 'record') {
    const path = pathOf(expression)
    const narrowed = path === null ? undefined : environment.narrowed.get(path)
    return narrowed ?? fieldType(field, type, body)
  }
  const hint = noFieldsHint(type, field, quoted(body, object.range))
  const callee = type.kind === 'list' || type.kind === 'string' ? memberWord(field.text) : null
  const fix = callee === null ? null : memberAsCall(expression, callee)
  body.report(expressionsMessages.noFields, { actual: typeText(type), field: field.text, hint }, field.range, { fix })
  return unknownType
}

/** The field's type; `unknown`, after a report, where the record has no such field. */
export function fieldType({ text, range }: Name, record: RecordType, body: Body): Type {
  const known = record.fields.find((candidate) => candidate.name === text)
  if (known !== undefined) return known.type
  if (!body.names.firstTime(`field ${text} of ${typeText(record)}`)) return unknownType
  const fields = record.fields.map((candidate) => candidate.name)
  const hint = didYouMean(text, fields) ?? `It has ${fields.map((name) => `\`${name}\``).join(', ')}.`
  const fix = misspeltName(text, range, fields)
  body.report(namesMessages.unknownField, { name: text, type: typeText(record), hint }, range, { fix })
  return unknownType
}

function enumNamed({ object }: MemberExpression, environment: Environment, body: Body): EnumType | null {
  if (object.kind !== 'name_expression' || environment.locals.has(object.name)) return null
  const symbol = body.names.peek(object.name)
  if (symbol === null || symbol === 'silent') return null
  if ((symbol.kind !== 'enum' && symbol.kind !== 'type') || symbol.type.kind !== 'enum') return null
  body.names.lookUp(object.name)
  return symbol.type
}

function enumMember(expression: MemberExpression, type: EnumType, body: Body): Type {
  const { text, range } = expression.field
  if (type.members.includes(text)) {
    body.facts.enumMembers.set(expression, { type, member: text })
    return type
  }
  reportUnknownMember({ text, range }, type, body)
  return unknownType
}

export function reportUnknownMember({ text, range }: Pick<Name, 'text' | 'range'>, type: EnumType, body: Body): void {
  if (!body.names.firstTime(`member ${text} of ${type.id}`)) return
  const hint = didYouMean(text, type.members) ?? `It has ${type.members.map((member) => `\`${member}\``).join(', ')}.`
  const fix = misspeltName(text, range, type.members)
  body.report(namesMessages.unknownMember, { name: text, type: type.name, hint }, range, { fix })
}

function noFieldsHint(type: Type, field: Name, written: string): string | null {
  if (type.kind === 'optional' || type.kind === 'none') return presentHint(written)
  const isList = type.kind === 'list'
  if (isList && type.element.kind === 'record' && type.element.fields.some((known) => known.name === field.text)) {
    return `Its items have: write \`${written}[0].${field.text}\`, or go through them with \`each\`.`
  }
  const countable = isList || type.kind === 'string'
  return (countable ? memberHabit(field.text) : null)?.replace('…', written) ?? null
}
