import { expect, test } from 'vitest'
import { stableHash } from '../../../runtime/values/stable-hash.ts'

test('is the same on every machine', () => {
  expect(stableHash('sampling', 1, 'main/draft', 1, 1)).toBe(958885145)
})

test('depends on every part and on where it is', () => {
  const hashes = [
    [1, 'a', 1],
    [1, 'a', 2],
    [2, 'a', 1],
    [1, 'b', 1],
    ['1', 'a', 1],
    [1, 'a1'],
    ['a', 1, 1],
  ].map((parts) => stableHash(...parts))
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('fits 31 bits', () => {
  for (let i = 0; i < 1000; i += 1) {
    const hash = stableHash(i)
    expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 31).toBe(true)
  }
})
