import type { Builtin, BuiltinParameter } from '../../builtins/index.ts'
import { isNumeric, stringType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { mismatchHint, presentHint } from '../mismatch-hint.ts'

/** How an argument, written as `written`, is made one that the builtin takes; `null` where nothing short does. */
export function argumentHint({ name }: Builtin, parameter: BuiltinParameter, type: Type, written: string): string | null {
  if (type.kind === 'optional' && parameter.accepts(type.inner)) return presentHint(written)
  if (type.kind === 'list' && type.element.kind === 'record' && parameter.name === 'list') {
    return `Take the numbers out first: \`each item in ${written} { yield item.field }\`.`
  }
  if (type.kind === 'list' && type.element.kind === 'optional') return `Leave the \`none\`s out first: \`present(${written})\`.`
  if (name === 'contains' && type.kind === 'list') return `Write \`any(each item in ${written} { yield item == … })\`.`
  if (name === 'int' && type.kind === 'number') return `Write \`round(${written})\`.`
  if ((name === 'number' || name === 'int') && isNumeric(type)) return `It is a number already: leave \`${name}\` out.`
  return parameter.accepts(stringType) && parameter.name !== 'list' ? mismatchHint(type, stringType, written) : null
}
