import { expect, test } from 'vitest'
import { experimentTable } from '../../../../trainer/experiments/index.ts'
import { exampleResult } from '../example-results.ts'

const votes = [1, 2, 3].map((size) => ({ size, requestsPerTask: size, scores: [size / 10, size / 10] }))

test('puts the seeds of each arm together, and self-consistency at the cost of each seed’s team behind the single agent', () => {
  const rows = experimentTable([
    exampleResult('both', [0.5, 0.7], { seed: 1 }),
    exampleResult('single_agent', [0.1, 0.1], { seed: 1, votes, written: 0, compiled: 0 }),
    exampleResult('both', [0.9, 0.7], { seed: 2 }),
    exampleResult('single_agent', [0.1, 0.1], { seed: 2, votes, written: 0, compiled: 0 }),
  ])
  expect(rows.map(({ method, seeds }) => [method, seeds])).toEqual([['both', [1, 2]], ['single_agent', [1, 2]], ['self_consistency', [1, 2]]])
  const [team, single, consistent] = rows
  expect(team?.after.estimate).toBeCloseTo(0.7)
  expect(team?.bySeed.map((value) => value.toFixed(1))).toEqual(['0.6', '0.8'])
  expect(team?.shapes?.vote).toBe(0.25)
  expect(single?.shapes).toBeNull()
  // The team of the example makes two requests a task.
  expect(consistent?.after.estimate).toBeCloseTo(0.2)
  expect(consistent?.requestsPerTask).toBe(2)
})
