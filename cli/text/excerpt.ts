import type { SourceLines } from './source-lines.ts'
import { printable } from '../terminal/printable.ts'
import { padStartTo, textWidth } from '../terminal/text-width.ts'

export interface ExcerptStyle {
  /** For line numbers and bars. */
  readonly frame: (text: string) => string
  /** For carets. */
  readonly mark: (text: string) => string
  /** The most columns that a source line may take. */
  readonly width: number
}

const TAB = 4

/**
 * The lines that a range covers, with carets below it. Of a range over more than two lines the first and the last are
 * shown, of a long line the part around the carets.
 */
export function excerpt(
  lines: SourceLines,
  range: { readonly start: number; readonly end: number },
  style: ExcerptStyle,
): readonly string[] {
  const start = lines.positionAt(range.start)
  const end = lines.positionAt(Math.max(range.start, range.end))
  const endsBeforeLine = end.line > start.line && end.column === 1
  const lastLine = endsBeforeLine ? end.line - 1 : end.line
  const gutter = String(lastLine).length
  const shown = [...new Set([start.line, lastLine])].flatMap((line) => {
    const text = lines.lineText(line)
    const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length
    const to = line === end.line ? end.column - 1 : text.length
    const { source, marks } = cropped(layOut(text, from, Math.max(from, to)), style.width)
    return [
      `${style.frame(`${padStartTo(String(line), gutter)} |`)} ${source}`,
      `${style.frame(`${' '.repeat(gutter)} |`)} ${style.mark(marks)}`,
    ]
  })
  const isLong = lastLine > start.line + 1
  return isLong ? [...shown.slice(0, 2), style.frame(`${' '.repeat(gutter)} ...`), ...shown.slice(2)] : shown
}

interface LaidOutLine {
  readonly text: string
  /** In columns of the terminal. */
  readonly from: number
  readonly length: number
}

/** Tabs become spaces up to the next stop, control characters visible ones. */
function layOut(text: string, from: number, to: number): LaidOutLine {
  let shown = ''
  let column = 0
  const columnAt = new Map<number, number>()
  for (const [index, character] of units(text)) {
    columnAt.set(index, column)
    const piece = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(character)
    shown += piece
    column += textWidth(piece)
  }
  columnAt.set(text.length, column)
  const [start, end] = [columnAt.get(from) ?? column, columnAt.get(to) ?? column]
  return { text: shown, from: start, length: Math.max(1, end - start) }
}

function units(text: string): readonly (readonly [number, string])[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    ({ index, segment }) => [index, segment] as const,
  )
}

function cropped({ text, from, length }: LaidOutLine, width: number): { readonly source: string; readonly marks: string } {
  const all = textWidth(text)
  if (all <= width) return { source: text, marks: ' '.repeat(from) + '^'.repeat(length) }
  const room = width - 2
  const first = Math.max(0, Math.min(from - Math.floor(room / 3), all - room))
  const before = first > 0 ? '…' : ''
  const visible = sliceColumns(text, first, room)
  const after = first + room < all ? '…' : ''
  const marks = Math.max(1, Math.min(length, first + room - from))
  return { source: `${before}${visible}${after}`, marks: ' '.repeat(from - first + before.length) + '^'.repeat(marks) }
}

function sliceColumns(text: string, first: number, count: number): string {
  let column = 0
  let slice = ''
  for (const [, character] of units(text)) {
    if (column >= first && column + textWidth(character) <= first + count) slice += character
    column += textWidth(character)
  }
  return slice
}
