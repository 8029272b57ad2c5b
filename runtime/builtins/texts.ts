import { expectString } from '../values/expect-value.ts'
import { textTooLong } from '../values/size-limits.ts'
import type { Builtin } from './builtin.ts'

/** `trim(s) → string`: without white space at both ends. */
const trim: Builtin = ([text]) => expectString(text).trim()

/** `lower(s) → string`: in lower case, in no particular language. */
const lower: Builtin = ([text]) => expectString(text).toLowerCase()

/** `replace(s, old, new) → string`: every occurrence, taken literally; an empty `old` occurs nowhere. */
const replace: Builtin = ([text, old, fresh]) => {
  const [whole, sought, replacement] = [expectString(text), expectString(old), expectString(fresh)]
  if (sought === '') return whole
  const pieces = whole.split(sought)
  return textTooLong(whole.length + (pieces.length - 1) * (replacement.length - sought.length)) ?? pieces.join(replacement)
}

/** `contains(s, part) → bool`. */
const contains: Builtin = ([whole, part]) => expectString(whole).includes(expectString(part))

/** Builtins on a text as a whole. */
export const texts: Readonly<Record<string, Builtin>> = { trim, lower, replace, contains }
