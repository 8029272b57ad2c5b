import { group, hardLine, indent, isForced, nothing, parts, sequence, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import type { Tokens } from './tokens.ts'

/** Entries in braces, each on a line of its own; `{ }` where there are none. Each is written when its turn comes. */
export function braced(tokens: Tokens, entries: readonly (() => Document)[]): Document {
  const brace = tokens.word('{')
  const rest = tokens.restOfLine()
  // In empty braces a comment is all there is inside, whether or not the closing one stands on its line.
  const opened = parts(brace, entries.length === 0 ? indent(rest) : rest)
  const inside = entries.map((entry, position) =>
    parts(tokens.beforeEntry(position === 0 ? 'none' : 'kept'), entry(), tokens.restOfLine()),
  )
  const last = tokens.afterLast(entries.length === 0 ? 'none' : 'kept')
  const closed = tokens.word('}')
  const isEmpty = entries.length === 0 && !isForced(opened) && !isForced(last)
  if (isEmpty) return parts(opened, space, last, last === nothing ? nothing : space, closed)
  return group(parts(opened, indent(sequence([...inside, last])), hardLine, closed), { isBroken: true })
}
