import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { characterGrammar } from '../../../grammar/export/index.ts'
import { derivedText } from '../../../testing/texts/derived-text.ts'
import { recognises } from '../../grammar/export/recognise.ts'
import { propertyRuns } from '../../property/property-runs.ts'
import { withShrunk } from '../with-shrunk.ts'
import { lists } from './lists.ts'

describe('derivedText', () => {
  test.each([
    ['a small grammar', lists],
    ['the grammar of files', characterGrammar(null)],
  ])('gives texts of %s, which shrink to such texts', (_, grammar) => {
    fc.assert(
      fc.property(withShrunk(derivedText(grammar), { levels: 2, breadth: 2 }), (texts) => {
        for (const text of texts.filter(({ length }) => length < 300)) expect(recognises(grammar, text), text).toBe(true)
      }),
      { numRuns: propertyRuns(20) },
    )
  })

  test('shrinks to the shortest text that fails: turns are left out, parts take the place of the whole', () => {
    const { counterexample } = fc.check(fc.property(derivedText(lists), (text) => !text.includes('[9')), { seed: 1, numRuns: 1_000 })
    expect(counterexample).toEqual(['[9]'])
    expect(fc.check(fc.property(derivedText(lists), () => false), { seed: 1 }).counterexample).toEqual(['[1]'])
  })
})
