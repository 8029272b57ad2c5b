import { expect, test } from 'vitest'
import { counterfactual } from '../../../trainer/credit/index.ts'
import { execution, group } from './example-group.ts'
import { madeUpReplays, settings } from './replayed-group.ts'

test('a call is worth what its execution is, less the mean over other replies in its place', async () => {
  const rewards: Readonly<Record<string, number>> = { '0 0 1': 0, '0 0 2': 0.5, '1 0 1': 1, '1 0 2': 0.25, '1 2 1': 0, '1 2 2': 0 }
  const { replay, asked } = madeUpReplays(({ execution: position, intervention, draw }) => {
    if (intervention.kind !== 'resample') throw new Error('it resamples')
    return rewards[`${position} ${intervention.call} ${draw}`] ?? NaN
  })
  // Calls without influence are not replayed, whatever would come of it.
  const two = group(execution(1, 1, 'A'), execution(1, 0.5, 'A', '-B', 'A'), execution(2, 0.75))
  expect(await counterfactual(two, replay, settings({ alternatives: 2 }))).toEqual([[0.75], [-0.125, 0, 0.5], []])
  expect(asked).toHaveLength(6)
})

test('replies that all come to the same are no signal, to the last bit', async () => {
  const { replay } = madeUpReplays(() => 0.1)
  expect(await counterfactual(group(execution(1, 0.1, 'A', 'B')), replay, settings({ alternatives: 3 }))).toEqual([[0, 0]])
})

test('all replays are asked for before one is waited for', () => {
  const { replay, asked } = madeUpReplays(() => 0)
  void counterfactual(group(execution(1, 1, 'A', 'B'), execution(1, 1, 'A')), replay, settings({ alternatives: 2 }))
  expect(asked).toHaveLength(6)
})
