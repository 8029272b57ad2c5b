import { Lexer, type IToken } from 'chevrotain'
import type { Comment } from '../comments/comment.ts'
import type { SyntaxProblem } from '../problems/syntax-problem.ts'
import {
  commentGroup, DocumentationComment, HashComment, lexerModes, LineComment, UnclosedComment, UnexpectedCharacter,
} from '../tokens/index.ts'
import { closeTexts } from './close-texts.ts'
import { editTokens } from './edit-tokens.ts'
import { limitNesting } from './limit-nesting.ts'
import { matchTags } from './match-tags.ts'
import type { TokenProblem } from './token-problem.ts'
import { tokenRange } from './token-range.ts'

/** What the parser starts from. */
export interface Tokenized {
  readonly tokens: IToken[]
  readonly comments: readonly Comment[]
  readonly problems: readonly TokenProblem[]
  readonly skippedNames: Set<string>
}

const lexer = new Lexer(lexerModes, { positionTracking: 'onlyOffset' })

/** Splits a file into the tokens that the parser reads: whatever the text, its texts, insertions and block tags are paired. */
export function tokenize(source: string): Tokenized {
  const { tokens: lexed, groups } = lexer.tokenize(source)
  const comments = groups[commentGroup] ?? []
  const skippedNames = new Set<string>()
  const problems: TokenProblem[] = []
  const repaired: SyntaxProblem[] = []

  const known = lexed.some(isUnexpected) ? withoutUnexpected(source, lexed, problems) : lexed
  problems.push(...closeTexts(source, known))
  for (const token of comments) reportComment(token, problems, repaired, skippedNames)
  const edited = editTokens(source, matchTags(known, repaired), repaired)
  const tokens = limitNesting(edited, repaired, (token) => { noteWords(token.image, skippedNames) })
  for (const problem of repaired) problems.push({ problem, shadowEnd: problem.range.start })
  return { tokens, comments: comments.map(commentOf), problems, skippedNames }
}

function reportComment(token: IToken, problems: TokenProblem[], repaired: SyntaxProblem[], skippedNames: Set<string>): void {
  const { startOffset: start, tokenType: type } = token
  if (type === HashComment) {
    repaired.push({ kind: 'hash_comment', range: { start, end: start + 1 }, details: {} })
  } else if (type === UnclosedComment) {
    problems.push({ problem: { kind: 'unclosed_comment', range: { start, end: start + 2 }, details: {} }, shadowEnd: Infinity })
    noteWords(token.image, skippedNames)
  }
}

function isUnexpected(token: IToken): boolean {
  return token.tokenType === UnexpectedCharacter
}

/** Reports the first unexpected character of each line. */
function withoutUnexpected(source: string, tokens: IToken[], problems: TokenProblem[]): IToken[] {
  let shadowEnd = -1
  for (const token of tokens) {
    if (!isUnexpected(token) || token.startOffset < shadowEnd) continue
    shadowEnd = lineEnd(source, token.startOffset)
    const details = { character: token.image }
    problems.push({ problem: { kind: 'unexpected_character', range: tokenRange(token), details }, shadowEnd })
  }
  return tokens.filter((token) => !isUnexpected(token))
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
