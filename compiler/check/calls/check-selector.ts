import type { Expression, Name } from '../../../grammar/index.ts'
import type { Builtin, BuiltinForm, KeyRule } from '../../builtins/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { fieldType } from '../expressions/check-member.ts'

/** Whether the items of the list, or the field of them that is named, are what the builtin compares. */
export function checkSelector(
  { name }: Builtin,
  { key }: BuiltinForm,
  selector: Name | null,
  list: Expression | undefined,
  type: Type,
  body: Body,
): boolean {
  if (key === null) {
    if (selector === null) return true
    const written = list === undefined ? 'list' : quoted(body, list.range)
    const hint = `Take the field out first: \`each item in ${written} { yield item.${selector.text} }\`.`
    body.report(callsMessages.selectorNotTaken, { callee: name, field: selector.text, hint }, selector.range)
    return false
  }
  if (type.kind !== 'list' || type.element.kind === 'unknown' || type.element.kind === 'never') return true
  const { element } = type
  const { wanted } = key
  if (selector === null) {
    if (key.accepts(element)) return true
    if (list !== undefined) {
      const example = exampleOf(name, quoted(body, list.range), element, key)
      body.report(callsMessages.selectorNeeded, { callee: name, wanted, actual: typeText(element), example }, list.range)
    }
    return false
  }
  if (element.kind !== 'record') {
    const hint = `Leave \`.${selector.text}\` out.`
    body.report(expressionsMessages.noFields, { actual: typeText(element), field: selector.text, hint }, selector.range)
    return false
  }
  const field = fieldType(selector, element, body)
  if (field.kind === 'unknown' || key.accepts(field)) return field.kind !== 'unknown'
  const texts = { callee: name, wanted, field: selector.text, actual: typeText(field) }
  body.report(callsMessages.selectorMismatch, texts, selector.range)
  return false
}

/** The call with the first field that would do; `null` where the items have none. */
function exampleOf(name: string, list: string, element: Type, key: KeyRule): string | null {
  const fitting = element.kind === 'record' ? element.fields.find((field) => key.accepts(field.type)) : undefined
  return fitting === undefined ? null : `${name}(${list}, .${fitting.name})`
}
