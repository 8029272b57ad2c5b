import { Lexer } from 'chevrotain'
import type { Comment } from './comments/comment.ts'
import { documentationLookup } from './comments/documentation-lookup.ts'
import { MasParser } from './parser/mas-parser.ts'
import type { SyntaxProblem } from './problems.ts'
import type { SourceFile } from './syntax/index.ts'
import { commentGroup, DocumentationComment, lexerModes, LineComment } from './tokens/index.ts'

const lexer = new Lexer(lexerModes, { positionTracking: 'onlyOffset' })
const parser = new MasParser()

export interface ParseResult {
  readonly file: SourceFile
  /** In the order of their places, at most 100. */
  readonly problems: readonly SyntaxProblem[]
  /** Words in text that recovery skipped: it is not known what they declare or use. */
  readonly skippedNames: ReadonlySet<string>
  readonly comments: readonly Comment[]
}

/** Reads a file. Never throws: what is wrong with the text is in `problems`, and the tree holds what could be read. */
export function parse(source: string): ParseResult {
  const { tokens, groups } = lexer.tokenize(source)
  const comments = (groups[commentGroup] ?? []).map((token): Comment => ({
    kind: token.tokenType === DocumentationComment ? 'documentation' : token.tokenType === LineComment ? 'line' : 'block',
    text: token.image,
    range: { start: token.startOffset, end: token.startOffset + token.image.length },
  }))
  return { ...parser.read(source, tokens, documentationLookup(source, comments)), comments }
}
