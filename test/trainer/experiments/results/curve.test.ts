import { expect, test } from 'vitest'
import { curveOf } from '../../../../trainer/experiments/results/curve.ts'

const step = (requests: number, meanReward: number | null) => ({
  requests,
  statistics: { meanScore: 0.5, meanReward, meanDesignReward: null, meanRequests: 2 },
})

test('few steps are kept one by one', () => {
  expect(curveOf([step(10, 0.123456)])).toEqual([
    { requests: 10, score: 0.5, executorReward: 0.1235, designerReward: null, requestsPerExecution: 2 },
  ])
  expect(curveOf([])).toEqual([])
})

test('many become means of neighbours, those without a value left out of them', () => {
  const curve = curveOf(Array.from({ length: 250 }, (_, position) => step(position + 1, position % 3 === 0 ? null : position)))
  expect(curve).toHaveLength(84)
  expect(curve[0]).toMatchObject({ requests: 3, executorReward: 1.5 })
  expect(curve.at(-1)).toMatchObject({ requests: 250, executorReward: null })
})
