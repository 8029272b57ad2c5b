import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { tokenSoup } from './parse-arbitraries.ts'
import { propertyRuns } from './property-runs.ts'

/** Whatever is in it, it neither opens what it does not close nor starts a declaration. */
const contained = tokenSoup.filter((soup) =>
  !/["'`{}/#]|\b(?:import|export|type|enum|tool|agent|workflow)\b/.test(soup))

describe('one broken declaration', () => {
  test('leaves the others as they are', () => {
    fc.assert(fc.property(contained, (soup) => {
      const { file } = parse(`agent Before() -> string
workflow broken() -> string {
  x = 1
  ${soup}
}
agent After(x: int) -> int { repairs 1 }`)
      const after = file.declarations.at(-1)
      expect(file.declarations.map(({ name }) => name.text)).toEqual(['Before', 'broken', 'After'])
      expect(after?.damaged).toBe(false)
      expect(after?.kind === 'agent' && after.settings.length).toBe(1)
    }), { numRuns: propertyRuns(500) })
  })
})
