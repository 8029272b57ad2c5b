import { expect, test } from 'vitest'
import { curveOf } from '../../../trainer/experiments/curve.ts'
import { exampleFigures } from '../run/example-lines.ts'

test('few steps are kept one by one', () => {
  expect(curveOf([exampleFigures({ requests: 10, executorReward: null, designerReward: 0.5 })])).toEqual([
    { requests: 10, executorReward: null, designerReward: 0.5, requestsPerExecution: 2 },
  ])
  expect(curveOf([])).toEqual([])
})

test('many become means of neighbours, those without a value left out of them', () => {
  const steps = Array.from({ length: 250 }, (_, step) =>
    exampleFigures({ step, requests: step + 1, executorReward: step % 3 === 0 ? null : step, designerReward: null }),
  )
  const curve = curveOf(steps)
  expect(curve).toHaveLength(84)
  expect(curve[0]).toEqual({ requests: 3, executorReward: 1.5, designerReward: null, requestsPerExecution: 2 })
  expect(curve.at(-1)).toEqual({ requests: 250, executorReward: null, designerReward: null, requestsPerExecution: 2 })
})
