import { createToken, Lexer, type TokenType } from 'chevrotain'
import { CloseBrace, OpenBrace } from './punctuation.ts'

// What texts are made of. `line_…` is inside `"…"`, `block_…` inside `"""…"""`; an insertion is what stands in `{{…}}`,
// and braces in an insertion have a mode of their own, so that `}}` closes the insertion only outside of them.

export type TextMode = 'line' | 'block'

const nowhere = Lexer.NA

export const TextChunk = createToken({ name: 'TextChunk', pattern: nowhere, label: 'text' })
export const InsertOpen = createToken({ name: 'InsertOpen', pattern: nowhere, label: '`{{`' })
export const InsertClose = createToken({ name: 'InsertClose', pattern: '}}', pop_mode: true, label: '`}}`' })
export const IfTag = createToken({ name: 'IfTag', pattern: nowhere, label: '`{{#if …}}`' })
export const EachTag = createToken({ name: 'EachTag', pattern: nowhere, label: '`{{#each …}}`' })
export const ElseTag = createToken({ name: 'ElseTag', pattern: /\{\{[ \t]*else[ \t]*\}\}/, label: '`{{else}}`' })
export const EndIfTag = createToken({ name: 'EndIfTag', pattern: /\{\{[ \t]*\/[ \t]*if[ \t]*\}\}/, label: '`{{/if}}`' })
export const EndEachTag = createToken({
  name: 'EndEachTag',
  pattern: /\{\{[ \t]*\/[ \t]*each[ \t]*\}\}/,
  label: '`{{/each}}`',
})
/** `{{#unless x}}`, `{{else if x}}`, `{{/section}}`: reported and dropped before parsing. */
export const UnknownTag = createToken({
  name: 'UnknownTag',
  pattern: /\{\{[ \t]*(?:[#/^]|else(?![A-Za-z0-9_]))[^{}"\n\r]*(?:\}\})?/,
})

export const LineTextOpen = createToken({ name: 'LineTextOpen', pattern: '"', push_mode: 'line_text', label: 'a text' })
export const LineTextClose = createToken({ name: 'LineTextClose', pattern: '"', pop_mode: true, label: '`"`' })
export const BlockTextOpen = createToken({ name: 'BlockTextOpen', pattern: '"""', push_mode: 'block_text', label: 'a text' })
/** In a run of quotes the last three close. */
export const BlockTextClose = createToken({ name: 'BlockTextClose', pattern: /"""(?!")/, pop_mode: true, label: '`"""`' })

// One character class or one character a token: a repeated alternative would cost the matcher memory on long texts.
export const LineChunk = createToken({
  name: 'LineChunk',
  pattern: /[^"\\{\n\r]+|\{(?!\{(?!\{))/,
  categories: [TextChunk],
})
export const BlockChunk = createToken({
  name: 'BlockChunk',
  pattern: /[^"\\{]+|"(?!""(?!"))|\\(?!\{\{)|\{(?!\{(?!\{))/,
  categories: [TextChunk],
  line_breaks: true,
})
export const EscapedBraces = createToken({ name: 'EscapedBraces', pattern: '\\{{', categories: [TextChunk] })
export const Escape = createToken({
  name: 'Escape',
  pattern: /\\(?:[nt"\\]|u\{[0-9A-Fa-f]{1,6}\})/,
  categories: [TextChunk],
})
export const UnknownEscape = createToken({
  name: 'UnknownEscape',
  pattern: /\\(?:u\{[^}"\n\r]*\}|[^\n\r{])?/,
  categories: [TextChunk],
})

function inMode(name: string, mode: TextMode, pattern: RegExp, category: TokenType): TokenType {
  return createToken({
    name: `${mode === 'line' ? 'Line' : 'Block'}${name}`,
    pattern,
    categories: [category],
    push_mode: `${mode}_insertion`,
  })
}

const openers = (mode: TextMode): readonly TokenType[] => [
  inMode('IfTag', mode, /\{\{[ \t]*#[ \t]*if(?![A-Za-z0-9_])/, IfTag),
  inMode('EachTag', mode, /\{\{[ \t]*#[ \t]*each(?![A-Za-z0-9_])/, EachTag),
  ElseTag,
  EndIfTag,
  EndEachTag,
  UnknownTag,
  inMode('InsertOpen', mode, /\{\{(?!\{)/, InsertOpen),
]

const nestedOpenBrace = (mode: TextMode): TokenType => createToken({
  name: mode === 'line' ? 'LineOpenBrace' : 'BlockOpenBrace',
  pattern: '{',
  categories: [OpenBrace],
  push_mode: `${mode}_braces`,
})

const LineOpenBrace = nestedOpenBrace('line')
const BlockOpenBrace = nestedOpenBrace('block')
const NestedCloseBrace = createToken({ name: 'NestedCloseBrace', pattern: '}', categories: [CloseBrace], pop_mode: true })

/** Matches no character: where a line ends, whatever a one-line text still has open ends too. */
function lineEnd(name: string, category: TokenType): TokenType {
  return createToken({
    name,
    pattern: (text: string, offset: number): [string] | null => {
      const code = text.charCodeAt(offset)
      return code === 10 || code === 13 ? [''] : null
    },
    start_chars_hint: ['\n', '\r'],
    line_breaks: false,
    categories: [category],
    pop_mode: true,
  })
}

export const LineTextEnd = lineEnd('LineTextEnd', LineTextClose)
export const InsertEnd = lineEnd('InsertEnd', InsertClose)
export const BraceEnd = lineEnd('BraceEnd', CloseBrace)

// Most of a text is plain, and the lexer tries these from left to right; none can begin what another one can.
export const lineTextMode: readonly TokenType[] = [
  LineChunk, LineTextClose, LineTextEnd, EscapedBraces, Escape, UnknownEscape, ...openers('line'), TextChunk,
  InsertOpen, IfTag, EachTag,
]
export const blockTextMode: readonly TokenType[] = [BlockChunk, BlockTextClose, EscapedBraces, ...openers('block')]

/** The braces of an insertion (`outside` any others) and of the braces in it, for each kind of text. */
export const insertionBraces = {
  line: {
    outside: [InsertClose, LineOpenBrace, CloseBrace, InsertEnd],
    inside: [LineOpenBrace, NestedCloseBrace, BraceEnd],
  },
  block: {
    outside: [InsertClose, BlockOpenBrace, CloseBrace],
    inside: [BlockOpenBrace, NestedCloseBrace],
  },
} as const
