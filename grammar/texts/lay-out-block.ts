import type { OpenChunk, Piece } from './text-pieces.ts'

/** The part of a chunk that stands on one line. */
interface Segment {
  readonly kind: 'segment'
  readonly chunk: OpenChunk
  text: string
  /** Whether the line ends after it. */
  breaks: boolean
}

type Line = (Segment | { readonly kind: 'fixed' | 'tag' })[]

/**
 * Settles the plain text of a `"""…"""`; line breaks become `\n`.
 *
 * 1. White space between `"""` and the first line break is dropped, and so is that line break.
 * 2. A last line of white space alone, before the closing `"""`, is dropped with the line break before it.
 * 3. The longest indentation that all lines share is removed. Blank lines do not count and become empty; lines with only
 *    a block tag do count; text on the line of the opening `"""` neither counts nor changes.
 * 4. A line that holds nothing but one block tag and white space is dropped with its line break.
 */
export function layOutBlock(pieces: readonly Piece[]): void {
  const lines = linesOf(pieces)
  const [first] = lines
  const startsBelow = lines.length > 1 && first !== undefined && isBlank(first)
  const last = lines.length > 1 ? lines.at(-1) : undefined
  if (startsBelow) clear(first)
  if (last !== undefined && isBlank(last)) {
    clear(last)
    endWithoutBreak(lines.at(-2))
  }
  removeIndentation(lines.slice(1))
  for (const line of lines) {
    if (line.filter((item) => item.kind === 'tag').length === 1 && holdsNothingElse(line)) clear(line)
  }
  settle(lines)
}

function linesOf(pieces: readonly Piece[]): Line[] {
  let line: Line = []
  const lines = [line]
  for (const piece of pieces) {
    if (piece.kind !== 'chunk') {
      line.push(piece)
      continue
    }
    const texts = piece.chunk.value.split(/\r\n|\n|\r/)
    for (const [index, text] of texts.entries()) {
      if (index > 0) lines.push(line = [])
      line.push({ kind: 'segment', chunk: piece.chunk, text, breaks: index < texts.length - 1 })
    }
  }
  return lines
}

const isWhite = (text: string): boolean => !/[^ \t]/.test(text)

const isBlank = (line: Line): boolean => line.every((item) => item.kind === 'segment' && isWhite(item.text))

const holdsNothingElse = (line: Line): boolean =>
  line.every((item) => item.kind === 'tag' || (item.kind === 'segment' && isWhite(item.text)))

function clear(line: Line): void {
  for (const item of line) {
    if (item.kind !== 'segment') continue
    item.text = ''
    item.breaks = false
  }
}

function endWithoutBreak(line: Line | undefined): void {
  const last = line?.at(-1)
  if (last?.kind === 'segment') last.breaks = false
}

function removeIndentation(lines: readonly Line[]): void {
  let common: string | null = null
  for (const line of lines) {
    if (isBlank(line)) continue
    const indentation = indentationOf(line)
    common = common === null ? indentation : commonStart(common, indentation)
  }
  const width = common?.length ?? 0
  for (const line of lines) {
    for (const item of isBlank(line) ? line : line.slice(0, 1)) {
      if (item.kind === 'segment') item.text = isBlank(line) ? '' : item.text.slice(width)
    }
  }
}

function indentationOf(line: Line): string {
  const [first] = line
  return first?.kind === 'segment' ? /^[ \t]*/.exec(first.text)?.[0] ?? '' : ''
}

function commonStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}

function settle(lines: readonly Line[]): void {
  const values = new Map<OpenChunk, string>()
  for (const item of lines.flat()) {
    if (item.kind !== 'segment') continue
    values.set(item.chunk, (values.get(item.chunk) ?? '') + item.text + (item.breaks ? '\n' : ''))
  }
  for (const [chunk, value] of values) chunk.value = value
}
