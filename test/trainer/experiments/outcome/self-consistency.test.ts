import { expect, test } from 'vitest'
import { selfConsistency } from '../../../../trainer/experiments/outcome/self-consistency.ts'
import { exampleResult } from '../example-results.ts'

const single = { votes: [5, 1, 3].map((size) => ({ size, requestsPerTask: size, scores: [size / 10] })) }

const teamOf = (requestsPerTask: number) => {
  const result = exampleResult('both', [1])
  return { after: { ...result.after, requestsPerTask } }
}

test.each([
  [1, 1],
  [1.2, 3],
  [3, 3],
  [3.1, 5],
  [9, 5],
])('a team of %d requests a task is compared with a vote of %d', (requestsPerTask, size) => {
  expect(selfConsistency(teamOf(requestsPerTask), single)?.size).toBe(size)
})

test('without votes there is none', () => {
  expect(selfConsistency(teamOf(1), { votes: [] })).toBeNull()
})
