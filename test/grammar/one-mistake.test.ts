import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { tokenize } from '../../grammar/lexer/tokenize.ts'

const folder = new URL('../../examples/', import.meta.url)
const examples = readdirSync(folder).filter((name) => name.endsWith('.mas')).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** How many edits of the examples, one token at a time, give how many problems. */
function problemCounts(edit: (source: string, start: number, end: number) => string): readonly number[] {
  const counts: number[] = []
  for (const source of examples) {
    for (const { image, startOffset: start } of tokenize(source).tokens) {
      const { length } = parse(edit(source, start, start + image.length)).problems
      counts[length] = (counts[length] ?? 0) + 1
    }
  }
  return Array.from(counts, (count) => count ?? 0)
}

/** The share of edits that give more problems than one, in percent. */
function shareOfEchoes(counts: readonly number[]): number {
  const sum = (some: readonly number[]): number => some.reduce((total, count) => total + count, 0)
  return 100 * sum(counts.slice(2)) / sum(counts)
}

describe('in the examples', () => {
  test('a token left out is one problem, rarely two', () => {
    const counts = problemCounts((source, start, end) => source.slice(0, start) + source.slice(end))
    expect(shareOfEchoes(counts)).toBeLessThan(1)
    expect(counts.length).toBeLessThanOrEqual(3)
  })

  test('a token written twice is one problem, rarely two', () => {
    const counts = problemCounts((source, start, end) => `${source.slice(0, end)} ${source.slice(start)}`)
    expect(shareOfEchoes(counts)).toBeLessThan(3)
    expect(counts.length).toBeLessThanOrEqual(4)
  })

  test.each([')', '}', '{', ',', 'x', '=', ':', '.', '(', '"', '@'])('a stray %s is one problem, seldom two', (stray) => {
    const counts = problemCounts((source, start) => `${source.slice(0, start)}${stray} ${source.slice(start)}`)
    expect(shareOfEchoes(counts)).toBeLessThan('{}'.includes(stray) ? 16 : 7)
    expect(counts.length).toBeLessThanOrEqual(6)
  })
})
