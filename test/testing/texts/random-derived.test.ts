import fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterGrammar } from '../../../grammar/export/index.ts'
import { parse } from '../../../grammar/index.ts'
import { derivedText } from '../../../testing/texts/derived-text.ts'
import { lists } from './lists.ts'

test('texts are the same for the same seed, of many lengths, and end', () => {
  const sample = (seed: number) => fc.sample(derivedText(lists), { numRuns: 200, seed })
  expect(sample(1)).toEqual(sample(1))
  expect(new Set(sample(1).map(({ length }) => length)).size).toBeGreaterThan(4)
})

test('most white space is no comment, and no text nests too deeply for the parser', () => {
  const texts = fc.sample(derivedText(characterGrammar(null)), { numRuns: 100, seed: 1 })
  const read = texts.map((text) => parse(text))
  expect(read.flatMap(({ problems }) => problems)).toEqual([])
  const comments = read.reduce((sum, { comments: found }) => sum + found.length, 0)
  expect(comments).toBeGreaterThan(0)
  expect(comments / texts.join('').length).toBeLessThan(0.1)
})
