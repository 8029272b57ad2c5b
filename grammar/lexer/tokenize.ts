import type { IToken } from 'chevrotain'
import type { Comment } from '../comments/comment.ts'
import {
  commentGroup, DocumentationComment, HashComment, LineComment, UnclosedComment, UnexpectedCharacter,
} from '../tokens/index.ts'
import { closeTexts } from './close-texts.ts'
import { createLexer } from './create-lexer.ts'
import { editTokens } from './edit-tokens.ts'
import { limitNesting } from './limit-nesting.ts'
import { matchTags } from './match-tags.ts'
import type { ReportToken, TokenProblem } from './token-problem.ts'
import { tokenRange } from './token-range.ts'

/** What the parser starts from. */
export interface Tokenized {
  readonly tokens: IToken[]
  readonly comments: readonly Comment[]
  readonly problems: readonly TokenProblem[]
  readonly skippedNames: Set<string>
}

const lexer = createLexer()

/** Splits a file into the tokens that the parser reads: whatever the text, its texts, insertions and block tags are paired. */
export function tokenize(source: string): Tokenized {
  const { tokens: lexed, groups } = lexer.tokenize(source)
  const comments = groups[commentGroup] ?? []
  const skippedNames = new Set<string>()
  const problems: TokenProblem[] = []
  const report: ReportToken = (problem, shadowEnd = problem.range.start) => { problems.push({ problem, shadowEnd }) }
  const skip = (token: IToken): void => { noteWords(token.image, skippedNames) }

  for (const comment of comments) reportComment(comment, report, skip)
  const known = lexed.some(isUnexpected) ? withoutUnexpected(source, lexed, report) : lexed
  closeTexts(source, known, report)
  const edited = editTokens(source, matchTags(known, report), report)
  const tokens = limitNesting(edited, report, skip)
  return { tokens, comments: comments.map(commentOf), problems, skippedNames }
}

function reportComment(token: IToken, report: ReportToken, skip: (token: IToken) => void): void {
  const { startOffset: start, tokenType: type } = token
  if (type === HashComment) {
    report({ kind: 'hash_comment', range: { start, end: start + 1 }, details: {} })
  } else if (type === UnclosedComment) {
    report({ kind: 'unclosed_comment', range: { start, end: start + 2 }, details: {} }, Infinity)
    skip(token)
  }
}

function isUnexpected(token: IToken): boolean {
  return token.tokenType === UnexpectedCharacter
}

/** Reports the first unexpected character of each line. */
function withoutUnexpected(source: string, tokens: IToken[], report: ReportToken): IToken[] {
  let reportedTo = -1
  for (const [index, token] of tokens.entries()) {
    if (!isUnexpected(token) || token.startOffset < reportedTo) continue
    reportedTo = lineEnd(source, token.startOffset)
    const shadowEnd = nextLineStart(tokens, index, reportedTo)
    const details = { character: token.image }
    report({ kind: 'unexpected_character', range: tokenRange(token), details }, shadowEnd)
  }
  return tokens.filter((token) => !isUnexpected(token))
}

/** Where the first token behind an offset starts: what is missing before it may have been the unexpected character. */
function nextLineStart(tokens: readonly IToken[], from: number, offset: number): number {
  for (let index = from; index < tokens.length; index++) {
    const start = tokens[index]?.startOffset ?? 0
    if (start > offset) return start
  }
  return offset
}

function lineEnd(source: string, offset: number): number {
  const length = source.slice(offset).search(/[\n\r]/)
  return length === -1 ? source.length : offset + length
}

function noteWords(text: string, words: Set<string>): void {
  for (const word of text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []) words.add(word)
}

function commentOf(token: IToken): Comment {
  const type = token.tokenType
  const kind = type === DocumentationComment ? 'documentation' : type === LineComment || type === HashComment ? 'line' : 'block'
  return { kind, text: token.image, range: tokenRange(token) }
}
