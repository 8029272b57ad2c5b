import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntaxMessages } from '../../compiler/diagnostics/syntax-messages.ts'
import { parse } from '../../grammar/index.ts'
import type { Range } from '../../grammar/index.ts'
import { anySource, mutated } from './parse-arbitraries.ts'
import { propertyRuns } from './property-runs.ts'

/** The ranges in a tree that are not inside the range of what they belong to. */
function strayRanges(node: unknown, outer: Range, path: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap((item, index) => strayRanges(item, outer, `${path}/${index}`))
  const own = 'range' in node ? node.range as Range : outer
  const isInside = outer.start <= own.start && own.start <= own.end && own.end <= outer.end
  const inner = Object.entries(node).flatMap(([key, value]) => key === 'range' ? [] : strayRanges(value, own, `${path}/${key}`))
  return isInside ? inner : [`${path} ${own.start}-${own.end} in ${outer.start}-${outer.end}`, ...inner]
}

describe('for any text, parse', () => {
  test('gives a tree whose ranges nest', () => {
    fc.assert(fc.property(anySource, (source) => {
      const { file } = parse(source)
      expect(file.range).toEqual({ start: 0, end: source.length })
      expect(strayRanges(file, file.range, '')).toEqual([])
    }), { numRuns: propertyRuns(1_000) })
  })

  test('gives at most 100 problems, in order, no two at one place, each inside the text', () => {
    fc.assert(fc.property(anySource, (source) => {
      const { problems } = parse(source)
      expect(problems.length).toBeLessThanOrEqual(100)
      let last = -1
      for (const { kind, range } of problems) {
        expect(syntaxMessages[kind].code).toMatch(/^MAS1\d{3}$/)
        expect(range.start).toBeGreaterThan(last)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThanOrEqual(source.length)
        last = range.start
      }
    }), { numRuns: propertyRuns(1_000) })
  })

  test('gives a tree that stands for all of the text, or a problem', () => {
    fc.assert(fc.property(mutated, (source) => {
      const { file, problems, skippedNames } = parse(source)
      if (problems.length > 0) return
      expect([...skippedNames]).toEqual([])
      expect(file.declarations.some(({ damaged }) => damaged)).toBe(false)
      expect(JSON.stringify(file)).not.toMatch(/"kind":"missing/)
    }), { numRuns: propertyRuns(1_000) })
  })

  test('gives the same result each time', () => {
    fc.assert(fc.property(anySource, anySource, (source, other) => {
      const first = parse(source)
      parse(other)
      expect(parse(source)).toEqual(first)
    }), { numRuns: propertyRuns(200) })
  })
})
