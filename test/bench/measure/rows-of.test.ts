import { expect, test } from 'vitest'
import { rowsOf } from './rows-of.ts'

test('compares within the rounds, so that a slow round slows down both', () => {
  const times = new Map([['ours', [1, 100, 2]], ['theirs', [2, 200, 4]]])
  expect(rowsOf(times, 'theirs').map(({ name, median, ratio }) => ({ name, median, ratio }))).toEqual([
    { name: 'ours', median: 2, ratio: { to: 'theirs', value: 0.5 } },
    { name: 'theirs', median: 4, ratio: null },
  ])
})

test('compares with nothing where the reference took no part', () => {
  expect(rowsOf(new Map([['ours', [1]]]), 'theirs')).toEqual([
    { name: 'ours', unit: 'ms', samples: 1, median: 1, lowerQuartile: 1, upperQuartile: 1, ratio: null },
  ])
})
