import { expectList, expectNumber } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { listTooLong } from '../values/size-limits.ts'
import type { Builtin } from './builtin.ts'
import { charactersOf } from './characters.ts'
import { emptyList } from './keys.ts'
import { pieceSize } from './piece-size.ts'

/** `len(xs) → int`: elements of a list, characters (code points) of a string. */
const len: Builtin = ([value]) => (typeof value === 'string' ? charactersOf(value).length : expectList(value).length)

/** `first(T[m], n) → T[min(m,n)]`: the first n elements, or all where there are fewer. */
const first: Builtin = ([list, count]) => expectList(list).slice(0, Math.max(0, expectNumber(count)))

/** `last(T[n]) → T` †. */
const last: Builtin = ([list]) => {
  const items = expectList(list)
  return items[items.length - 1] ?? (items.length === 0 ? emptyList('last') : null)
}

/** `concat(T[m], T[n]) → T[m+n]`. */
const concat: Builtin = ([left, right]) => {
  const [front, back] = [expectList(left), expectList(right)]
  return listTooLong(front.length + back.length) ?? [...front, ...back]
}

/** `flatten(T[n][m]) → T[m·n]`: one level. */
const flatten: Builtin = ([lists]) => {
  const inner = expectList(lists).map(expectList)
  return listTooLong(inner.reduce((length, list) => length + list.length, 0)) ?? inner.flat()
}

/** `chunk(T[], k) → T[k][]`: runs of k elements, the last one shorter where they do not divide; k below 1 fails. */
const chunk: Builtin = ([list, size]) => {
  const items = expectList(list)
  const length = pieceSize('chunk', size)
  if (length instanceof Failure) return length
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length))
}

/** `range(static n) → int[n]`: 0 to n - 1, as list indices run. */
const range: Builtin = ([count]) => {
  const length = expectNumber(count)
  return listTooLong(length) ?? Array.from({ length }, (_, i) => i)
}

/** Builtins that make lists of lists' elements. */
export const shaping: Readonly<Record<string, Builtin>> = { len, first, last, concat, flatten, chunk, range }
