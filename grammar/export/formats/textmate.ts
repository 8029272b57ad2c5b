import type { TokenType } from 'chevrotain'
import {
  BlockComment, Decimal, DocumentationComment, Each, Else, Escape, EscapedBraces, Identifier, If, In, Integer, LineComment,
  Return, And, Assert, Export, False, For, Import, Match, None, Not, Or, Otherwise, Repeat, reservedWordTokens, Sample,
  settingTokens, spelling, Stop, symbolTokens, True, wordTokens, Yield,
} from '../../tokens/index.ts'

/** A pattern of a TextMate grammar. */
interface Pattern {
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly include?: string
  readonly captures?: Captures
  readonly beginCaptures?: Captures
  readonly endCaptures?: Captures
  readonly patterns?: readonly Pattern[]
}

type Captures = Readonly<Record<string, { readonly name: string }>>

const word = Identifier.PATTERN instanceof RegExp ? Identifier.PATTERN.source : ''
const sourceOf = ({ PATTERN: pattern }: TokenType): string =>
  pattern instanceof RegExp ? pattern.source.replaceAll('[^]', '[\\s\\S]') : escaped(String(pattern))
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The words, alone, and not as a field or the name of an argument. */
const words = (tokens: readonly TokenType[]): string => `(?<!\\.)\\b(?:${tokens.map(spelling).join('|')})\\b(?!\\s*:)`

const control = [If, Else, Match, Repeat, For, Stop, Assert, Return, Sample, Each, In, Yield, Otherwise, Import, Export]
const operators = [And, Or, Not]
const constants = [True, False, None]
const declaring = reservedWordTokens.filter((token) => ![...control, ...operators, ...constants].includes(token))
const inPlace = wordTokens.filter((token) =>
  typeof token.PATTERN === 'string' && !reservedWordTokens.includes(token) && !settingTokens.includes(token))

const captured = (name: string): Captures => ({ 0: { name } })
const included = (...names: readonly string[]): readonly Pattern[] => names.map((name) => ({ include: `#${name}` }))

const comments: readonly Pattern[] = [
  { name: 'comment.line.documentation.mas', match: sourceOf(DocumentationComment) },
  { name: 'comment.line.double-slash.mas', match: sourceOf(LineComment) },
  { name: 'comment.block.mas', begin: sourceOf(BlockComment).slice(0, 4), end: '\\*/' },
]

const code: readonly Pattern[] = [
  ...included('comments', 'texts'),
  {
    match: `\\b(${declaring.map(spelling).join('|')})\\s+(${word})`,
    captures: { 1: { name: 'storage.type.mas' }, 2: { name: 'entity.name.type.mas' } },
  },
  { name: 'storage.type.mas', match: words(declaring) },
  { name: 'keyword.control.mas', match: words(control) },
  { name: 'keyword.operator.word.mas', match: words(operators) },
  { name: 'constant.language.mas', match: words(constants) },
  { name: 'support.type.mas', match: '\\b(?:string|int|number|bool)\\b(?!\\s*[(:])' },
  { name: 'variable.other.property.mas', match: `(?<=\\.)${word}` },
  { name: 'entity.name.function.mas', match: `\\b${word}(?=\\s*\\()` },
  { name: 'variable.parameter.mas', match: `\\b${word}(?=\\s*:)` },
  { name: 'support.type.property-name.mas', match: `(?<=^|[{\\s])(?:${settingTokens.map(spelling).join('|')})\\b(?=\\s+["\\w])` },
  { name: 'keyword.other.mas', match: `\\b(?:${inPlace.map(spelling).join('|')})\\b(?=\\s*["{\\w(])` },
  { name: 'constant.numeric.mas', match: `${sourceOf(Decimal)}|${sourceOf(Integer)}` },
  { name: 'variable.other.mas', match: `\\b${word}\\b` },
  { name: 'keyword.operator.mas', match: symbolTokens.map(sourceOf).join('|') },
]

const insertion = (region: string): Pattern => ({
  name: `meta.embedded.${region}.mas`,
  begin: '\\{\\{(?!\\{)[ \\t]*(#[ \\t]*(?:if|each)\\b|/[ \\t]*(?:if|each)\\b|else\\b)?',
  end: '\\}\\}',
  beginCaptures: { 0: { name: 'punctuation.section.embedded.mas' }, 1: { name: 'keyword.control.template.mas' } },
  endCaptures: captured('punctuation.section.embedded.mas'),
  patterns: included('braces', 'code'),
})

const texts: readonly Pattern[] = [
  {
    name: 'string.quoted.triple.mas',
    begin: '"""',
    end: '"""(?!")',
    patterns: [{ name: 'constant.character.escape.mas', match: sourceOf(EscapedBraces) }, insertion('block')],
  },
  {
    name: 'string.quoted.double.mas',
    begin: '"',
    end: '"|$',
    patterns: [
      { name: 'constant.character.escape.mas', match: `${sourceOf(EscapedBraces)}|${sourceOf(Escape)}` },
      { name: 'invalid.illegal.escape.mas', match: '\\\\.' },
      insertion('line'),
    ],
  },
]

/** For editors: colours by the tokens of the language, texts with what they insert. A TextMate grammar as JSON. */
export function textmate(): string {
  const grammar = {
    name: 'MAS',
    scopeName: 'source.mas',
    fileTypes: ['mas'],
    patterns: included('code'),
    repository: {
      code: { patterns: code },
      comments: { patterns: comments },
      texts: { patterns: texts },
      braces: { patterns: [{ begin: '\\{', end: '\\}', patterns: included('braces', 'code') }] },
    },
  }
  return `${JSON.stringify(grammar, null, 2)}\n`
}
