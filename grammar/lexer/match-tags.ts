import { tokenMatcher, type IToken, type TokenType } from 'chevrotain'
import {
  BlockTextClose, BlockTextOpen, EachTag, ElseTag, EndEachTag, EndIfTag, IfTag, LineTextClose, LineTextOpen, UnknownTag,
} from '../tokens/index.ts'
import { tokenGroup } from '../tokens/token-group.ts'
import { makeToken } from './make-token.ts'
import type { ReportToken } from './token-problem.ts'
import { tokenRange } from './token-range.ts'

const isTag = tokenGroup([ElseTag, EndIfTag, EndEachTag, UnknownTag, IfTag, EachTag])

interface OpenTag {
  readonly token: IToken
  readonly end: TokenType
  /** Whether its `{{else}}` has been read; `each` has none. */
  hasElse: boolean
}

/** The tags of one text. */
interface TextTags {
  readonly open: OpenTag[]
  /** What `{{#…}}` tags of other template languages were met: their ends are not reported again. */
  readonly unknown: Set<string>
}

/**
 * Makes sure that block tags come in pairs, so that the parser never looks for one: what has no beginning is left out,
 * what has no end gets one, and either is reported.
 */
export function matchTags(tokens: IToken[], report: ReportToken): IToken[] {
  if (!tokens.some(isTag)) return tokens
  const texts: TextTags[] = []
  const result: IToken[] = []
  for (const token of tokens) {
    const type = token.tokenType
    const text = texts.at(-1)
    if (type === LineTextOpen || type === BlockTextOpen) texts.push({ open: [], unknown: new Set() })
    if (text !== undefined) {
      if (tokenMatcher(token, LineTextClose) || type === BlockTextClose) {
        closeAll(text, 0, token, result, report)
        texts.pop()
      } else if (!takes(text, token, result, report)) {
        continue
      }
    }
    result.push(token)
  }
  return result
}

/** Notes what a token does to the open tags; `false` where it has to be left out. */
function takes(text: TextTags, token: IToken, result: IToken[], report: ReportToken): boolean {
  const type = token.tokenType
  if (tokenMatcher(token, IfTag)) text.open.push({ token, end: EndIfTag, hasElse: false })
  else if (tokenMatcher(token, EachTag)) text.open.push({ token, end: EndEachTag, hasElse: true })
  else if (type === ElseTag) return takesElse(text, token, report)
  else if (type === EndIfTag || type === EndEachTag) return takesEnd(text, token, result, report)
  else if (type === UnknownTag) {
    noteUnknown(text, token, report)
    return false
  }
  return true
}

function takesElse(text: TextTags, token: IToken, report: ReportToken): boolean {
  const tag = text.open.at(-1)
  if (tag === undefined || tag.hasElse) {
    report({ kind: 'stray_tag', range: tokenRange(token), details: { tag: token.image } })
    return false
  }
  return tag.hasElse = true
}

function takesEnd(text: TextTags, token: IToken, result: IToken[], report: ReportToken): boolean {
  const opened = text.open.findLastIndex((tag) => tag.end === token.tokenType)
  if (opened === -1) {
    report({ kind: 'stray_tag', range: tokenRange(token), details: { tag: token.image } })
    return false
  }
  closeAll(text, opened + 1, token, result, report)
  text.open.pop()
  return true
}

/** Ends the open tags from the given one on, right before a token. */
function closeAll(text: TextTags, from: number, before: IToken, result: IToken[], report: ReportToken): void {
  for (const tag of text.open.splice(from).toReversed()) {
    const isIf = tag.end === EndIfTag
    const details = { tag: isIf ? '{{#if …}}' : '{{#each …}}', end: isIf ? '{{/if}}' : '{{/each}}' }
    report({ kind: 'unclosed_tag', range: tokenRange(tag.token), details })
    result.push(makeToken(tag.end, '', before.startOffset))
  }
}

function noteUnknown(text: TextTags, token: IToken, report: ReportToken): void {
  const [, sign, name = ''] = /^\{\{[ \t]*([#/^]?)[ \t]*(\w*)/.exec(token.image) ?? []
  if (sign === '/' && text.unknown.has(name)) return
  if (sign !== '/') text.unknown.add(name)
  report({ kind: 'unknown_tag', range: tokenRange(token), details: { tag: token.image } })
}
