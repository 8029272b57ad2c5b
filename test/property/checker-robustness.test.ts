import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgram } from '../../compiler/check/index.ts'
import { checkerCodes } from '../../compiler/diagnostics/registry.ts'
import { createMemoryReader } from '../../compiler/modules/index.ts'
import { parsableProgram, programWithMistake } from '../../testing/index.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { propertyRuns } from './property-runs.ts'

const wrong = checkerCodes.flatMap(({ example }) => (example === null ? [] : [example.wrong.replaceAll(/[«»]/g, '')]))
const written = [...shippedScripts.values(), ...wrong]
const scripts = fc.oneof(fc.constantFrom(...written), parsableProgram(), programWithMistake().map(({ text }) => text))
const change = changesWith(written)

describe('checking any script, changed at random', () => {
  test('never throws, reports places inside the text, and at most one error a place', () => {
    fc.assert(
      fc.property(scripts, fc.array(change, { maxLength: 6 }), (script, changes) => {
        const source = changed(script, changes)
        const { diagnostics } = checkProgram('main.mas', createMemoryReader(new Map([['main.mas', source]])))
        const places = new Set<string>()
        for (const { file, range, severity, message, hint } of diagnostics) {
          if (file !== 'main.mas') continue
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeGreaterThanOrEqual(range.start)
          expect(range.end).toBeLessThanOrEqual(source.length)
          expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|NaN|\[object/)
          const place = `${range.start}-${range.end}`
          if (severity === 'error') {
            expect(places.has(place)).toBe(false)
            places.add(place)
          }
        }
      }),
      { numRuns: propertyRuns(600) },
    )
  })

  test('says the same every time', () => {
    fc.assert(
      fc.property(scripts, fc.array(change, { maxLength: 3 }), (script, changes) => {
        const reader = createMemoryReader(new Map([['main.mas', changed(script, changes)]]))
        expect(checkProgram('main.mas', reader).diagnostics).toEqual(checkProgram('main.mas', reader).diagnostics)
      }),
      { numRuns: propertyRuns(50) },
    )
  })
})
