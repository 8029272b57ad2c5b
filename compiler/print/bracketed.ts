import { brokenAtEnd, group, ifBroken, indent, isForced, line, nothing, parts, sequence, softLine, space } from '../layout/index.ts'
import type { Document, Group } from '../layout/index.ts'
import type { Tokens } from './tokens.ts'

interface Bracketed {
  readonly open: string
  readonly close: string
  /** Each is written when its turn comes. */
  readonly items: readonly (() => Document)[]
  /** Whether a space stands inside of the brackets where all of it is on one line. */
  readonly isPadded: boolean
  /** Whether a comma may follow the last item; it does where the items stand on lines of their own. */
  readonly takesComma: boolean
  /** What stands between two items, besides the line break. */
  readonly separator?: 'comma' | 'none'
  readonly hugs?: boolean
}

/** Items in brackets, on one line where they fit, else each on a line of its own. */
export function bracketed(tokens: Tokens, brackets: Bracketed): Group {
  const { open, close, items, isPadded, takesComma, separator = 'comma', hugs = false } = brackets
  const opened = tokens.word(open)
  const beside = tokens.restOfLine()
  const before: Document[] = []
  let last: Document = nothing
  let isBroken = isForced(beside)
  for (const [position, item] of items.entries()) {
    const above = tokens.beforeItem()
    last = item()
    before.push(above)
    isBroken ||= isForced(above)
    if (position === items.length - 1) break
    const behind = tokens.behind()
    const comma = separator === 'comma' ? tokens.comma() : nothing
    const rest = tokens.restOfLine()
    before.push(last, behind, comma, rest, line)
    isBroken ||= isForced(last) || isForced(behind) || isForced(rest)
  }
  const edge = isPadded ? line : softLine
  const behind = tokens.behind()
  const comma = takesComma && items.length > 0 ? ifBroken(',') : nothing
  const rest = [behind, comma, tokens.restOfLine(), tokens.afterLast('none')]
  isBroken ||= rest.some(isForced)
  const closed = tokens.word(close)
  // Comments in empty brackets bring their own line breaks; without any, the brackets stay together.
  const start = items.length === 0 ? nothing : edge
  const first = items.length === 0 ? indent(beside) : beside
  const end = items.length > 0 || isBroken ? edge : isPadded ? space : nothing
  const all = (item: Document): Document => parts(opened, first, indent(sequence([start, ...before, item, ...rest])), end, closed)
  const hugged = isBroken ? null : brokenAtEnd(last)
  return group(all(last), { isBroken, hugs, instead: hugged === null ? null : all(hugged) })
}
