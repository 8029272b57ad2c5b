import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { cases, grammarOf, isAscii, seed, startOf } from './texts.ts'
import { matchGrammar } from './xgrammar.ts'

const samples = 12

describe(`XGrammar, seed ${seed}`, () => {
  test.each(cases)('agrees on the texts of $name, and what it writes parses', async (given) => {
    const grammar = await matchGrammar(grammarOf('gbnf', given))
    const wrong = []
    for (const { text, derived } of given.texts) {
      if (isAscii(text) && await grammar.accepts(text) !== derived) wrong.push({ text, derived })
    }
    expect(wrong).toEqual([])

    const random = randomNumbers(seed)
    const written = []
    for (let count = 0; count < samples; count++) written.push(await grammar.sample(startOf(given), random))
    const finished = written.filter((text) => text !== null)
    expect(finished).not.toEqual([])
    const problems = finished.flatMap((text) => parse(text).problems.map((problem) => ({ text, problem })))
    expect(problems.filter(({ problem }) => problem.kind !== 'nested_too_deeply')).toEqual([])
    process.stdout.write(`XGrammar wrote ${finished.length} of ${samples} texts to their end for ${given.name}\n`)
  })
})
