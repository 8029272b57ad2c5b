import { tokenMatcher, type IToken } from 'chevrotain'
import {
  BlockTextClose, BlockTextOpen, BraceEnd, CloseBrace, EachTag, IfTag, InsertClose, InsertEnd, InsertOpen, LineTextClose,
  LineTextEnd, LineTextOpen, OpenBrace,
} from '../tokens/index.ts'
import { tokenGroup } from '../tokens/token-group.ts'
import { makeToken } from './make-token.ts'
import type { ReportToken } from './token-problem.ts'
import { tokenRange } from './token-range.ts'

const opensInsertion = tokenGroup([InsertOpen, IfTag, EachTag])

/** A text that is being read. */
interface OpenText {
  readonly open: IToken
  /** What opened the insertion that is being read in it. */
  insertion: IToken | null
  /** Braces open in that insertion. */
  braces: number
}

/**
 * Makes sure that every text and insertion has its end, so that the parser never looks for one. The lexer has put ends
 * of no width where a one-line text meets the end of its line; what is open at the end of the file is closed here.
 * Either is reported once, for the outermost text that it leaves open.
 */
export function closeTexts(source: string, tokens: IToken[], report: ReportToken): void {
  const texts: OpenText[] = []
  let brokenOff: OpenText | null = null
  const settle = (next: number): void => {
    if (brokenOff !== null) reportUnclosed(brokenOff, next, report)
    brokenOff = null
  }
  for (const token of tokens) {
    const type = token.tokenType
    if (type === LineTextEnd) {
      brokenOff = texts.pop() ?? null
      continue
    }
    if (type === BraceEnd || type === InsertEnd) continue
    settle(token.startOffset)
    const text = texts.at(-1)
    if (type === LineTextOpen || type === BlockTextOpen) {
      texts.push({ open: token, insertion: null, braces: 0 })
    } else if (text === undefined) {
      continue
    } else if (type === LineTextClose || type === BlockTextClose) {
      texts.pop()
    } else if (type === InsertClose) {
      text.insertion = null
    } else if (text.insertion === null) {
      if (opensInsertion(token)) text.insertion = token
    } else if (tokenMatcher(token, OpenBrace)) {
      text.braces++
    } else if (tokenMatcher(token, CloseBrace) && text.braces > 0) {
      text.braces--
    }
  }
  settle(source.length)
  const [outermost] = texts
  if (outermost !== undefined) reportUnclosed(outermost, source.length, report)
  for (const text of texts.toReversed()) tokens.push(...missingEnds(text, source.length))
}

function missingEnds(text: OpenText, at: number): IToken[] {
  const ends = Array.from({ length: text.braces }, () => makeToken(BraceEnd, '', at))
  if (text.insertion !== null) ends.push(makeToken(InsertEnd, '', at))
  ends.push(makeToken(text.open.tokenType === LineTextOpen ? LineTextEnd : BlockTextClose, '', at))
  return ends
}

function reportUnclosed(text: OpenText, shadowEnd: number, report: ReportToken): void {
  if (text.open.tokenType === BlockTextOpen) {
    report({ kind: 'unclosed_block_text', range: tokenRange(text.open), details: {} }, Infinity)
  } else if (text.insertion === null) {
    report({ kind: 'unclosed_text', range: tokenRange(text.open), details: {} }, shadowEnd)
  } else {
    report({ kind: 'unclosed_insertion', range: tokenRange(text.insertion), details: {} }, shadowEnd)
  }
}
