import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is used of XGrammar's package. */
interface Package {
  readonly TokenizerInfo: {
    createTokenizerInfo(
      vocabulary: readonly string[], kind: 'raw', prependSpace: boolean, size: number, stop: readonly number[],
    ): Promise<object>
  }
  readonly GrammarCompiler: { createGrammarCompiler(tokenizer: object): Promise<Compiler> }
  readonly GrammarMatcher: { createGrammarMatcher(grammar: object): Promise<Matcher> }
}

interface Compiler {
  compileGrammar(grammar: string, root: string): Promise<object>
}

interface Matcher {
  acceptToken(token: number): boolean
  getNextTokenBitmask(): Promise<Int32Array>
  reset(): void
}

/** A grammar in XGrammar, over a vocabulary of single ASCII characters. */
export interface MatchedGrammar {
  accepts(text: string): Promise<boolean>
  /** Goes on with a text, character by character, each one chosen of those that are legal; `null` where it is open at the end. */
  sample(start: string, random: () => number): Promise<string | null>
}

const characters = Array.from({ length: 127 }, (_, index) => String.fromCharCode(index + 1))
const stop = characters.length
/** Chosen wherever they are legal, once a text is long: they end what is open. */
const closing = '"}])'
/** Opens a comment, which chance would seldom end. */
const opening = '/'
const long = 60
const longest = 600

export async function matchGrammar(grammar: string): Promise<MatchedGrammar> {
  const { TokenizerInfo, GrammarCompiler, GrammarMatcher } = load()
  const vocabulary = [...characters, '</s>']
  const tokenizer = await TokenizerInfo.createTokenizerInfo(vocabulary, 'raw', false, vocabulary.length, [stop])
  const compiler = await GrammarCompiler.createGrammarCompiler(tokenizer)
  const matcher = await GrammarMatcher.createGrammarMatcher(await compiler.compileGrammar(grammar, 'root'))
  return {
    async accepts(text) {
      matcher.reset()
      for (const character of text) if (!matcher.acceptToken(character.charCodeAt(0) - 1)) return false
      return matcher.acceptToken(stop)
    },
    async sample(start, random) {
      matcher.reset()
      for (const character of start) matcher.acceptToken(character.charCodeAt(0) - 1)
      let text = start
      for (let count = 0; count < longest; count++) {
        const next = chosen(legalTokens(await matcher.getNextTokenBitmask()), random, count > long)
        matcher.acceptToken(next)
        if (next === stop) return text
        text += characters[next] ?? ''
      }
      return null
    },
  }
}

const legalTokens = (mask: Int32Array): readonly number[] =>
  Array.from({ length: stop + 1 }, (_, token) => token).filter((token) => (((mask[token >> 5] ?? 0) >> (token & 31)) & 1) === 1)

function chosen(legal: readonly number[], random: () => number, isLong: boolean): number {
  if (isLong && legal.includes(stop)) return stop
  const closers = isLong ? legal.filter((token) => closing.includes(characters[token] ?? '?')) : []
  const others = legal.filter((token) => characters[token] !== opening)
  const open = [closers, others, legal].find((tokens) => tokens.length > 0) ?? []
  return open[Math.floor(random() * open.length)] ?? stop
}

/** The package is a CommonJS file that says it is a module: a copy with the right ending loads. */
function load(): Package {
  const folder = mkdtempSync(join(tmpdir(), 'xgrammar-'))
  try {
    const copy = join(folder, 'index.cjs')
    copyFileSync(join(import.meta.dirname, 'node_modules/@mlc-ai/web-xgrammar/lib/index.js'), copy)
    return createRequire(import.meta.url)(copy) as Package
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
