import { isAssignable, isNumeric, sizeKey, someType, typeText } from '../types/index.ts'
import type { RecordType, Type } from '../types/index.ts'

/** How `from`, written as `written`, can be made to fit `to`; `null` where nothing short does. */
export function mismatchHint(from: Type, to: Type, written: string): string | null {
  if (from.kind === 'optional' && isAssignable(from.inner, to)) return presentHint(written)
  if (to.kind === 'optional') return optionalHint(from, to.inner, written)
  if (to.kind === 'enum') return from.kind === 'string' ? enumHint(to.name, to.members) : null
  if (to.kind === 'string') return textHint(from, written)
  if (from.kind === 'string' && isNumeric(to)) {
    const name = to.kind === 'int' ? 'int' : 'number'
    if (isLiteral(written)) return null
    return `Write \`${name}(${written}) ?? 0\`: \`${name}\` reads a number, and is \`none\` where there is none.`
  }
  if (from.kind === 'number' && to.kind === 'int') return `Write \`round(${written})\`.`
  if (from.kind === 'list' && to.kind === 'list' && isAssignable(from.element, to.element) && to.size !== null) {
    return `Write \`first(${written}, ${sizeKey(to.size)})\` to cut it.`
  }
  if (to.kind === 'list' && isAssignable(from, to.element)) return `Write \`[${written}]\`.`
  if (from.kind === 'list' && isAssignable(from.element, to)) return `Write \`${written}[0]\` for its first item.`
  if (from.kind === 'record' && to.kind === 'record') return recordHint(from, to)
  return from.kind === 'record' ? fieldHint(from, to, written) : null
}

export const presentHint = (written: string): string =>
  `It may be \`none\`: write \`${written} ?? …\`, or check \`${written} != none\` first.`

export const enumHint = (name: string, members: readonly string[]): string =>
  `Write ${members.map((member) => `\`${name}.${member}\``).join(' or ')}.`

/** `int("…")` and `number("…")` give an optional themselves. */
function optionalHint(from: Type, inner: Type, written: string): string | null {
  if (from.kind !== 'string' || !isNumeric(inner)) return mismatchHint(from, inner, written)
  return isLiteral(written) ? null : `Write \`${inner.kind === 'int' ? 'int' : 'number'}(${written})\`.`
}

function textHint(from: Type, written: string): string | null {
  if (someType(from, (inner) => inner.kind === 'agent')) return null
  return isLiteral(written) ? `Write \`"${written}"\`.` : `Write \`text(${written})\`, or \`"{{${written}}}"\`.`
}

const isLiteral = (written: string): boolean => /^("|[0-9.]+$|true$|false$)/.test(written)

function recordHint(from: RecordType, to: RecordType): string | null {
  const missing = to.fields.filter((field) => !from.fields.some((given) => given.name === field.name))
  const extra = from.fields.filter((field) => !to.fields.some((wanted) => wanted.name === field.name))
  const names = (fields: RecordType['fields']): string => fields.map((field) => `\`${field.name}\``).join(', ')
  if (missing.length > 0 && extra.length > 0) return `It lacks ${names(missing)}, and ${names(extra)} should not be there.`
  if (missing.length > 0) return `It lacks ${names(missing)}.`
  if (extra.length > 0) return `${names(extra)} should not be there: records have exactly the fields of their type.`
  const wrong = to.fields.find((field) => {
    const given = from.fields.find((candidate) => candidate.name === field.name)
    return given !== undefined && !isAssignable(given.type, field.type)
  })
  return wrong === undefined ? null : `Its \`${wrong.name}\` should be \`${typeText(wrong.type)}\`.`
}

function fieldHint(from: RecordType, to: Type, written: string): string | null {
  const fitting = from.fields.filter((field) => isAssignable(field.type, to))
  return fitting.length === 0 ? null : `Did you mean ${fitting.map((field) => `\`${written}.${field.name}\``).join(' or ')}?`
}
