import type { Comment, Lexeme } from '../../grammar/index.ts'

/** A comment, and how many line breaks stand right before it. */
export interface PlacedComment {
  readonly comment: Comment
  readonly breaks: number
}

/** What stands before a word or sign. */
export interface Gap {
  readonly comments: readonly PlacedComment[]
  /** Line breaks right before the word or sign; the end of the file counts as one. */
  readonly breaks: number
}

/** The words and signs that the layout keeps: all but `;` and the comma after the last item of a list. */
export const keptLexemes = (lexemes: readonly Lexeme[]): readonly Lexeme[] => {
  const words = lexemes.filter(({ text }) => text !== ';')
  return words.filter(({ text }, position) => text !== ',' || !closing.has(words[position + 1]?.text ?? ''))
}

const closing: ReadonlySet<string> = new Set([')', ']', '}', '>'])

/** What stands before each word and sign, and, last, before the end of the file. */
export function gapsOf(source: string, lexemes: readonly Lexeme[], comments: readonly Comment[]): readonly Gap[] {
  let next = 0
  let end = 0
  const gapBefore = (start: number): Gap => {
    const placed: PlacedComment[] = []
    for (let comment = comments[next]; comment !== undefined && comment.range.start < start; comment = comments[++next]) {
      placed.push({ comment, breaks: breaksBetween(source, end, comment.range.start) })
      end = comment.range.end
    }
    return { comments: placed, breaks: breaksBetween(source, end, start) }
  }
  const gaps = lexemes.map(({ range }) => {
    const gap = gapBefore(range.start)
    end = range.end
    return gap
  })
  const last = gapBefore(Infinity)
  return [...gaps, { ...last, breaks: Math.max(1, last.breaks) }]
}

const breaksBetween = (source: string, start: number, end: number): number =>
  source.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0
