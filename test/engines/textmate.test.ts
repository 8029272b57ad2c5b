import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportGrammar } from '../../grammar/export/index.ts'
import { scripts } from '../grammar/export/grammars.ts'
import { randomPrograms, seed } from './texts.ts'

/** What is used of VS Code's packages. */
interface TextMate {
  readonly INITIAL: object
  parseRawGrammar(text: string, name: string): object
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> }
}
interface Grammar {
  tokenizeLine(line: string, state: object): { readonly tokens: readonly Coloured[]; readonly ruleStack: object }
}
interface Coloured {
  readonly startIndex: number
  readonly endIndex: number
  readonly scopes: readonly string[]
}
interface Oniguruma {
  loadWASM(bytes: Uint8Array): Promise<void>
  createOnigScanner(sources: string[]): object
  createOnigString(text: string): object
}

const require = createRequire(join(import.meta.dirname, 'package.json'))

async function load(): Promise<(source: string) => readonly (readonly [text: string, scope: string])[]> {
  const { INITIAL, parseRawGrammar, Registry } = require('vscode-textmate') as TextMate
  const oniguruma = require('vscode-oniguruma') as Oniguruma
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  const registry = new Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: () => Promise.resolve(parseRawGrammar(exportGrammar('textmate'), 'mas.json')),
  })
  const grammar = await registry.loadGrammar('source.mas')
  if (grammar === null) throw new Error('the grammar does not load')
  return (source) => {
    let state = INITIAL
    return source.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
      state = ruleStack
      return tokens.map((token) => [line.slice(token.startIndex, token.endIndex), token.scopes.at(-1) ?? ''] as const)
    })
  }
}

describe('VS Code colours', async () => {
  const colours = await load()

  test.each([
    ['agent Solver(problem: string) -> int', 'Solver', 'entity.name.type.mas'],
    ['agent Solver(problem: string) -> int', 'agent', 'storage.type.mas'],
    ['agent Solver(problem: string) -> int', 'problem', 'variable.parameter.mas'],
    ['  return x.if', 'if', 'variable.other.property.mas'],
    ['  return x.if', 'return', 'keyword.control.mas'],
    ['  y = Solver(x)', 'Solver', 'entity.name.function.mas'],
    ['  role "a{{b}}c"', 'b', 'variable.other.mas'],
    ['  role "a{{b}}c"', 'a', 'string.quoted.double.mas'],
    ['  role "a{{b}}c"', 'role', 'support.type.property-name.mas'],
    ['  role "a{{#if b}}c"', '#if', 'keyword.control.template.mas'],
    ['  role "a\\n"', '\\n', 'constant.character.escape.mas'],
    ['  x = 1.5 // why', '1.5', 'constant.numeric.mas'],
    ['  x = 1.5 // why', '// why', 'comment.line.double-slash.mas'],
    ['/// What it does.', '/// What it does.', 'comment.line.documentation.mas'],
    ['repeat max 3 {', 'max', 'keyword.other.mas'],
    ['x = """\n"a" \\boxed{x}\n""" y = none', 'none', 'constant.language.mas'],
  ])('of %j: %s is %s', (source, text, scope) => {
    expect(colours(source).filter(([part]) => part === text)).toContainEqual([text, scope])
  })

  const plainIn = (source: string) => colours(source).filter(([text, scope]) => scope === 'source.mas' && /\w/.test(text))

  test.each(scripts)('every word of %s', (_, source) => {
    expect(plainIn(source)).toEqual([])
  })

  test(`every word of random programs, seed ${seed}`, () => {
    expect(randomPrograms.flatMap(plainIn)).toEqual([])
  })
})
