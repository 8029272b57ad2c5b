import { expect, test } from 'vitest'
import { differenceText } from '../../../runtime/values/difference-text.ts'
import { firstDifference } from '../../../runtime/values/first-difference.ts'

test.each([
  [{ a: 1 }, { a: 2 }, 'a was 1, and is 2'],
  [{ a: [1, { b: true }] }, { a: [1, { b: null }] }, 'a[1].b was true, and is null'],
  [{ a: 1 }, {}, 'a was 1, and is absent'],
  [{}, { a: 'x' }, 'a was absent, and is "x"'],
  [
    { a: `${'same '.repeat(50)}left` },
    { a: `${'same '.repeat(50)}right` },
    'a was "…same same same same left", and is "…same same same same right"',
  ],
  [{ a: 'x'.repeat(200) }, { a: '' }, `a was "${'x'.repeat(79)}…, and is ""`],
])('%j and %j', (left, right, text) => {
  const difference = firstDifference(left, right)
  expect(difference && differenceText(difference)).toBe(text)
})

test('equal values have no difference, and undefined counts as absent', () => {
  expect(firstDifference({ a: [1, { b: 'x' }], c: undefined }, { a: [1, { b: 'x' }] })).toBe(null)
})
