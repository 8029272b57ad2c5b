import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cases, grammarOf, seed } from './texts.ts'

/** What is used of llama.cpp's binding: a grammar that says whether it derives a text, without a model. */
interface Binding {
  readonly AddonGrammar: new (grammar: string, options: { readonly rootRuleName: string }) => {
    isTextCompatible(text: string): boolean
  }
}

const addon = join(import.meta.dirname, 'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64/llama-addon.node')
const isThere = existsSync(addon)
if (!isThere) process.stderr.write('llama.cpp: left out, its binary is not made for this machine\n')

describe.runIf(isThere)(`llama.cpp, seed ${seed}`, () => {
  test.each(cases)('agrees on the texts of $name', (given) => {
    const { AddonGrammar } = createRequire(import.meta.url)(addon) as Binding
    const grammar = new AddonGrammar(grammarOf('gbnf', given), { rootRuleName: 'root' })
    const wrong = given.texts.filter(({ text, derived }) => grammar.isTextCompatible(text) !== derived)
    expect(wrong).toEqual([])
  })
})
