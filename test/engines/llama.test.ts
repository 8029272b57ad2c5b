import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { isLlamaThere, llamaGrammar, randomWriter } from './llama.ts'
import { cases, grammarOf, seed, startOf } from './texts.ts'

const samples = 12

if (!isLlamaThere) process.stderr.write('llama.cpp: left out, its binary is not made for this machine\n')

describe.runIf(isLlamaThere)(`llama.cpp, seed ${seed}`, () => {
  test.each(cases)('agrees on the texts of $name', (given) => {
    const grammar = llamaGrammar(grammarOf('gbnf', given))
    const wrong = given.texts.filter(({ text, derived }) => grammar.isTextCompatible(text) !== derived)
    expect(wrong).toEqual([])
  })

  test('what a model with random weights writes parses', async () => {
    const write = await randomWriter(randomNumbers(seed))
    for (const given of cases) {
      const grammar = llamaGrammar(grammarOf('gbnf', given))
      const texts = []
      for (let count = 0; count < samples; count++) texts.push(await write(grammar, startOf(given), seed + count * 1_000))
      const finished = texts.filter((text) => text !== null)
      process.stdout.write(`llama.cpp wrote ${finished.length} of ${samples} texts to their end for ${given.name}\n`)
      expect(finished).not.toEqual([])
      expect(finished.filter((text) => parse(text).problems.some(({ kind }) => kind !== 'nested_too_deeply'))).toEqual([])
    }
  })
})
