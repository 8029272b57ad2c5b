import { expect, test } from 'vitest'
import { changedAt, inserted, replaced } from '../../../testing/mistakes/mistake.ts'

test('what is found stands where it is marked, in the changed program', () => {
  const site = replaced({ start: 4, end: 7 }, 'two «new» words')
  expect(site).toEqual({ range: { start: 4, end: 7 }, text: 'two new words', found: { start: 8, end: 11 } })
  expect(changedAt('the old text', site)).toBe('the two new words text')
})

test('what is inserted replaces nothing', () => {
  expect(changedAt('ab', inserted(1, '«-»'))).toBe('a-b')
})
