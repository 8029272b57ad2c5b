import type { StaticInteger } from '../../grammar/index.ts'
import { didYouMean } from '../diagnostics/nearest-name.ts'
import { typesMessages } from '../diagnostics/types-messages.ts'
import { misspeltName } from '../fixes/misspelt-name.ts'
import { sizeNumber, sizeSymbol } from '../types/index.ts'
import type { Size } from '../types/index.ts'
import type { TypeScope } from './type-scope.ts'

/** The size that a number or a `static` name stands for; `null`, after a report, where it stands for none. */
export function resolveSize(integer: StaticInteger, what: string, { names, statics }: TypeScope): Size | null {
  if (integer.kind === 'number_literal') {
    if (integer.integer && integer.value >= 1 && Number.isSafeInteger(integer.value)) return sizeNumber(integer.value)
    names.report(typesMessages.notPositive, { what }, integer.range)
    return null
  }
  const name = integer.text
  if (statics.has(name)) return sizeSymbol(name)
  const hint = didYouMean(name, statics) ?? `Take it as a parameter, \`static ${name}: int\`, or write a number.`
  const fix = misspeltName(name, integer.range, statics)
  names.report(typesMessages.notStatic, { what: `\`${name}\``, hint }, integer.range, { fix })
  return null
}
