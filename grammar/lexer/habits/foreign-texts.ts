import { tokenMatcher, type IToken, type TokenType } from 'chevrotain'
import { decodeEscape } from '../../texts/index.ts'
import {
  Colon, Comma, Escape, Identifier, LineChunk, LineTextClose, LineTextOpen, OpenBrace, SingleQuoted, TextChunk, TextPrefix,
  UnknownEscape,
} from '../../tokens/index.ts'
import { makeToken } from '../make-token.ts'
import type { TokenEdit } from '../token-editor.ts'
import { tokenRange } from '../token-range.ts'

/** `f"…"`: the text alone. */
const textPrefix: TokenEdit = (token, editor) => {
  editor.report({ kind: 'text_prefix', range: tokenRange(token), details: { prefix: token.image } })
  return []
}

/** `'…'`: the same text in straight double quotes. */
const singleQuotes: TokenEdit = (token, editor) => {
  const { image, startOffset: start } = token
  const before = editor.input[editor.index - 1]
  if (before?.tokenType !== TextPrefix) editor.report({ kind: 'single_quotes', range: tokenRange(token), details: {} })
  return [
    makeToken(LineTextOpen, '\'', start),
    ...(image.length > 2 ? [makeToken(LineChunk, image.slice(1, -1), start + 1)] : []),
    makeToken(LineTextClose, '\'', start + image.length - 1),
  ]
}

/** `{ "key": value }`: nothing else lets a text stand between `{` or `,` and `:`. */
const quotedKey: TokenEdit = (colon, { output, report }) => {
  const [before, open, chunk, close] = output.slice(-4)
  if (before === undefined || open?.tokenType !== LineTextOpen || close?.tokenType !== LineTextClose) return null
  if (chunk === undefined || !tokenMatcher(chunk, TextChunk)) return null
  if (!tokenMatcher(before, OpenBrace) && before.tokenType !== Comma) return null
  const range = { start: open.startOffset, end: close.startOffset + close.image.length }
  report({ kind: 'quoted_key', range, details: { key: chunk.image } })
  output.splice(-3, 3, makeToken(Identifier, chunk.image.replace(/^\d|\W/g, '_'), chunk.startOffset))
  return [colon]
}

/** A backslash that begins no escape: the first of each text. */
const unknownEscape: TokenEdit = (token, { output, report }) => {
  if (decodeEscape(token.image) === null && isFirstOfText(output)) {
    report({ kind: 'unknown_escape', range: tokenRange(token), details: { escape: token.image } })
  }
  return null
}

function isFirstOfText(before: readonly IToken[]): boolean {
  const last = before.findLast(({ tokenType: type }) => type === UnknownEscape || type === LineTextOpen)
  return last?.tokenType !== UnknownEscape
}

export const textEdits: readonly (readonly [TokenType, TokenEdit])[] = [
  [TextPrefix, textPrefix],
  [SingleQuoted, singleQuotes],
  [Colon, quotedKey],
  [UnknownEscape, unknownEscape],
  [Escape, unknownEscape],
]
