import type { Range } from '../../grammar/index.ts'
import type { Fix, TextEdit } from '../diagnostics/diagnostic.ts'

/** Writes another text in the place of a range. */
export const replacing = (range: Range, text: string, title = `Write \`${text.trim()}\``): Fix => ({ title, edits: [{ range, text }] })

export const insertion = (at: number, text: string): TextEdit => ({ range: { start: at, end: at }, text })

/** The text, with a space on each side where it would run into a word. */
export function apart(source: string, { start, end }: Range, text: string): string {
  const before = isWord(source[start - 1]) && isWord(text[0]) ? ' ' : ''
  const after = isWord(source[end]) && isWord(text.at(-1)) ? ' ' : ''
  return `${before}${text}${after}`
}

/** The text between white space, of which the source may have some already. */
export function between(source: string, { start, end }: Range, text: string): string {
  const before = /\s/.test(source[start - 1] ?? ' ') ? '' : ' '
  const after = /\s/.test(source[end] ?? ' ') ? '' : ' '
  return `${before}${text}${after}`
}

/** The range and the blanks before it on its line. */
export function withBlanksBefore(source: string, { start, end }: Range): Range {
  const blanks = /[ \t]*$/.exec(source.slice(0, start))?.[0].length ?? 0
  return { start: start - blanks, end }
}

/** The range and the blanks behind it on its line. */
export function withBlanksAfter(source: string, { start, end }: Range): Range {
  const blanks = /^[ \t]*/.exec(source.slice(end))?.[0].length ?? 0
  return { start, end: end + blanks }
}

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)

/** The text with the edits made; they are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let done = ''
  let from = 0
  for (const { range, text: written } of edits) {
    done += text.slice(from, range.start) + written
    from = range.end
  }
  return done + text.slice(from)
}
