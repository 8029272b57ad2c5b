import type { TokenType } from 'chevrotain'

/** What stands one after another between two braces, or in a file. */
export interface EntryKind {
  /** For messages: `a statement`. */
  readonly expected: string
  /** Words that an entry can open with, for the spelling that may have been meant. */
  readonly words: readonly string[]
  /** Whether a closing brace ends them. */
  readonly enclosed: boolean
  /** Whether the token that far ahead may open an entry. */
  readonly opens: (ahead: number) => boolean
  /** Whether the token that far ahead belongs to what is around these entries, although one could open with it. */
  readonly leaves?: (ahead: number) => boolean
  /** Whether reading can go on there after an error: stricter than `opens`, since what comes before is not understood. */
  readonly resumes: (ahead: number) => boolean
}

/** The words among some tokens, as written. */
export function wordsOf(tokens: readonly TokenType[]): string[] {
  return tokens.flatMap(({ PATTERN: pattern }) => typeof pattern === 'string' ? [pattern] : [])
}
