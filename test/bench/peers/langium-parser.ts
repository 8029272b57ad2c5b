import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPackage } from './load-package.ts'
import type { PreparedPeer } from './peer-parser.ts'

/** What is used of Chevrotain's token types. */
interface TokenType {
  readonly name: string
  PATTERN?: RegExp | string
  CATEGORIES?: readonly TokenType[]
  LONGER_ALT?: readonly TokenType[]
  PUSH_MODE?: string
  POP_MODE?: boolean
}

/** What is used of Langium. */
interface Langium {
  readonly DefaultTokenBuilder: new () => { buildTokens(grammar: object, options?: object): object }
}
interface LangiumGrammar {
  createServicesForGrammar(config: object): Promise<Services>
}
interface Services {
  readonly parser: { readonly LangiumParser: LangiumParser }
}
interface LangiumParser {
  parse(text: string): {
    readonly value: object
    readonly lexerErrors: readonly object[]
    readonly parserErrors: readonly object[]
  }
}
interface Chevrotain {
  readonly Lexer: { readonly NA: RegExp }
}

/** Words that are names outside of their place. */
const contextual: ReadonlySet<string> = new Set([
  'from', 'pure', 'budget', 'max', 'of', 'when', 'as', 'role', 'prompt', 'model', 'policy', 'tools', 'temperature', 'top_p',
  'max_tokens', 'max_turns', 'repairs', 'timeout', 'calls', 'tokens', 'seconds', 'depth',
])

/** Langium with the grammar `mas.langium`, as it runs in production; `null` where it is not installed. */
export async function prepareLangium(): Promise<PreparedPeer | null> {
  const langium = await loadPackage<Langium>('langium')
  const grammars = await loadPackage<LangiumGrammar>('langium/grammar')
  const chevrotain = await loadPackage<Chevrotain>('chevrotain')
  if (langium === null || grammars === null || chevrotain === null) return null
  const { DefaultTokenBuilder } = langium
  const { NA: nothing } = chevrotain.Lexer

  class TokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: object, options?: object): object {
      return withModes(super.buildTokens(grammar, options) as readonly TokenType[], nothing)
    }
  }
  const services = await grammars.createServicesForGrammar({
    grammar: readFileSync(join(import.meta.dirname, 'mas.langium'), 'utf8'),
    languageMetaData: { caseInsensitive: false, fileExtensions: ['.mas'], languageId: 'mas', mode: 'production' },
    module: { parser: { TokenBuilder: () => new TokenBuilder() } },
  })
  return {
    build: () => {
      // Services are made when they are first asked for: this makes lexer and parser.
      const { LangiumParser: parser } = services.parser
      return {
        name: 'Langium',
        parse: (text) => {
          const { value, lexerErrors, parserErrors } = parser.parse(text)
          return lexerErrors.length + parserErrors.length === 0 ? value : null
        },
      }
    },
  }
}

/** The lexer modes of a text and of what stands in `{{…}}`, and the tokens that a name, a word, a number and plain text can be. */
function withModes(tokens: readonly TokenType[], nothing: RegExp): object {
  const byName = new Map(tokens.map((token) => [token.name, token]))
  const named = (name: string): TokenType => {
    const token = byName.get(name)
    if (token === undefined) throw new Error(`the grammar has no token ${name}`)
    return token
  }
  const [name, word, number, chunk, int] = [named('NAME'), named('WORD'), named('NUMBER'), named('CHUNK'), named('INT')]
  for (const abstract of [word, number, chunk]) abstract.PATTERN = nothing
  name.CATEGORIES = [word]
  int.CATEGORIES = [number]
  const decimal: TokenType = { name: 'DECIMAL', PATTERN: /\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/, CATEGORIES: [number] }
  const keywords = tokens.filter(({ PATTERN: pattern }) => typeof pattern === 'string')
  for (const keyword of keywords) {
    const isWord = /^\w/.test(keyword.name)
    keyword.LONGER_ALT = isWord ? [name] : []
    keyword.CATEGORIES = isWord ? [contextual.has(keyword.name) ? name : word] : []
  }
  named('LINE_OPEN').PUSH_MODE = 'line_text'
  named('BLOCK_OPEN').PUSH_MODE = 'block_text'
  for (const close of ['LINE_CLOSE', 'BLOCK_CLOSE', 'INSERT_CLOSE']) named(close).POP_MODE = true
  for (const open of ['IF_TAG', 'EACH_TAG', 'INSERT_OPEN']) named(open).PUSH_MODE = 'insertion'

  const textTokens = ['IF_TAG', 'EACH_TAG', 'ELSE_TAG', 'END_IF_TAG', 'END_EACH_TAG', 'INSERT_OPEN'].map(named)
  const [open, close] = [named('{'), named('}')]
  const nestedOpen: TokenType = { name: 'NESTED_OPEN', PATTERN: '{', CATEGORIES: [open], PUSH_MODE: 'braces' }
  const nestedClose: TokenType = { name: 'NESTED_CLOSE', PATTERN: '}', CATEGORIES: [close], POP_MODE: true }
  const piece = (pieceName: string, pattern: RegExp): TokenType => ({ name: pieceName, PATTERN: pattern, CATEGORIES: [chunk] })
  const hidden = ['WHITE_SPACE', 'LINE_COMMENT', 'BLOCK_COMMENT'].map(named)
  const code = [
    ...hidden, ...keywords.filter((keyword) => keyword !== open && keyword !== close), name, decimal, int, named('BLOCK_OPEN'),
    named('LINE_OPEN'),
  ]
  return {
    defaultMode: 'code',
    modes: {
      code: [...code, open, close, word, number, chunk],
      line_text: [
        named('LINE_CLOSE'), piece('LINE_ESCAPE', /\\(?:[nt"\\]|u\{[0-9A-Fa-f]{1,6}\}|\{\{)/), ...textTokens,
        piece('LINE_PIECE', /[^"\\{\n\r]+|\{(?!\{(?!\{))/),
      ],
      block_text: [
        named('BLOCK_CLOSE'), piece('BLOCK_ESCAPE', /\\\{\{/), ...textTokens,
        piece('BLOCK_PIECE', /[^"\\{]+|"(?!""(?!"))|\\(?!\{\{)|\{(?!\{(?!\{))/),
      ],
      insertion: [named('INSERT_CLOSE'), ...code, nestedOpen],
      braces: [...code, nestedOpen, nestedClose],
    },
  }
}
