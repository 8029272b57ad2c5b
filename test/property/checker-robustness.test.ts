import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgram } from '../../compiler/check/index.ts'
import { checkerCodes } from '../../compiler/diagnostics/registry.ts'
import { createMemoryReader } from '../../compiler/modules/index.ts'

const root = join(import.meta.dirname, '../..')

const scripts = ['examples', 'compiler/library'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.mas'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
)

const wrong = checkerCodes.flatMap(({ example }) => (example === null ? [] : [example.wrong.replaceAll(/[«»]/g, '')]))

/** A piece of a script: a word, a number, or a sign. */
const pieces = (script: string): string[] => script.match(/\w+|\s+|[^\w\s]/g) ?? []

const allPieces = [...new Set([...scripts, ...wrong].flatMap(pieces))]

type Change = { readonly kind: 'drop' | 'double' | 'swap' | 'replace'; readonly at: number; readonly by: string }

function changed(script: string, changes: readonly Change[]): string {
  const parts = pieces(script)
  for (const { kind, at, by } of changes) {
    const position = at % Math.max(1, parts.length)
    const part = parts[position] ?? ''
    if (kind === 'drop') parts.splice(position, 1)
    if (kind === 'double') parts.splice(position, 0, part)
    if (kind === 'swap') parts.splice(position, 2, parts[position + 1] ?? '', part)
    if (kind === 'replace') parts.splice(position, 1, by)
  }
  return parts.join('')
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'replace'),
  at: fc.nat(),
  by: fc.constantFrom(...allPieces),
})

describe('checking a script that was changed at random', () => {
  test('never throws, reports places inside the text, and at most one error a place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scripts, ...wrong), fc.array(change, { minLength: 1, maxLength: 6 }), (script, changes) => {
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
      { numRuns: 1500 },
    )
  })

  test('says the same every time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.array(change, { maxLength: 3 }), (script, changes) => {
        const reader = createMemoryReader(new Map([['main.mas', changed(script, changes)]]))
        expect(checkProgram('main.mas', reader).diagnostics).toEqual(checkProgram('main.mas', reader).diagnostics)
      }),
      { numRuns: 50 },
    )
  })
})
