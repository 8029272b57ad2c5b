import { expect, test } from 'vitest'
import { judgeCredit } from '../../../../trainer/experiments/declared/credit-estimators.ts'
import { exampleResult } from '../example-results.ts'

/** A return of 1 from this many requests on, 0 before. */
const arriving = (method: string, requests: number, seed: number) =>
  exampleResult(method, [1], {
    seed,
    curve: Array.from({ length: 20 }, (_, position) => ({
      requests: 10 * (position + 1),
      score: null,
      executorReward: 10 * (position + 1) >= requests ? 1 : 0,
      designerReward: null,
      requestsPerExecution: null,
    })),
  })

test('an estimator that needs half of the requests of broadcast decides the claim', () => {
  const results = [1, 2].flatMap((seed) => [arriving('broadcast', 80, seed), arriving('slice', 80, seed), arriving('vine', 30, seed)])
  expect(judgeCredit(results, 'depth')).toMatchObject({ reached: true, found: expect.stringContaining('vine takes 0.50') })
  expect(judgeCredit(results.filter(({ method }) => method !== 'vine'), 'depth')).toMatchObject({ reached: false, found: expect.stringContaining('slice takes 1.00') })
})

test('one that does not arrive with every seed decides nothing', () => {
  const results = [arriving('broadcast', 80, 1), arriving('vine', 1000, 1)]
  expect(judgeCredit(results, 'depth')).toMatchObject({ reached: false, found: expect.stringContaining('none reaches it') })
  expect(judgeCredit([], 'depth').reached).toBeNull()
})
