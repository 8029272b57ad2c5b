import { expectList, expectString } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { renderText } from '../values/render-text.ts'
import { listTooLong, textTooLong } from '../values/size-limits.ts'
import type { Builtin } from './builtin.ts'
import { charactersOf } from './characters.ts'
import { pieceSize } from './piece-size.ts'

/** `lines(s) → string[]`: without their line breaks (`\n`, `\r\n`, `\r`); one at the very end opens no further line. */
const lines: Builtin = ([text]) => {
  const all = expectString(text).split(/\r\n|\n|\r/)
  const tooLong = listTooLong(all.length)
  if (tooLong !== null) return tooLong
  return all[all.length - 1] === '' ? all.slice(0, -1) : all
}

/** `split(s, sep) → string[]`: between the separators; into characters where the separator is empty. */
const split: Builtin = ([text, separator]) => {
  const between = expectString(separator)
  const pieces = between === '' ? charactersOf(expectString(text)) : expectString(text).split(between)
  return listTooLong(pieces.length) ?? pieces
}

/** `chunks(s, size) → string[]`: pieces of `size` characters, the last one shorter; none of an empty text. */
const chunks: Builtin = ([text, size]) => {
  const characters = charactersOf(expectString(text))
  const length = pieceSize('chunks', size)
  if (length instanceof Failure) return length
  const count = Math.ceil(characters.length / length)
  const piece = (_: unknown, i: number) => characters.slice(i * length, (i + 1) * length).join('')
  return listTooLong(count) ?? Array.from({ length: count }, piece)
}

/** `join(T[], sep) → string`: each element as a text inserts it. */
const join: Builtin = ([list, separator]) => {
  const between = expectString(separator)
  const pieces: string[] = []
  let length = 0
  for (const item of expectList(list)) {
    const piece = renderText(item)
    if (piece instanceof Failure) return piece
    length += piece.length + between.length
    const tooLong = textTooLong(length - between.length)
    if (tooLong !== null) return tooLong
    pieces.push(piece)
  }
  return pieces.join(between)
}

/** Builtins between a text and its pieces. */
export const splitting: Readonly<Record<string, Builtin>> = { lines, split, chunks, join }
