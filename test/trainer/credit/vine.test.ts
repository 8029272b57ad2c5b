import { expect, test } from 'vitest'
import { vine } from '../../../trainer/credit/index.ts'
import { execution, group } from './example-group.ts'
import { madeUpReplays, settings } from './replayed-group.ts'

/** Values after so many calls, each drawn a little above and below. */
const around = (values: readonly number[]) =>
  madeUpReplays(({ intervention, draw }) => {
    if (intervention.kind !== 'continue') throw new Error('it continues')
    return (values[intervention.after] ?? NaN) + (draw === 1 ? 0.125 : -0.125)
  })

test('a call is worth the value after it, less the value before it', async () => {
  const { replay, asked } = around([0.25, 0.5, 0.375, 1])
  expect(await vine(group(execution(1, 1, 'A', 'B', 'A')), replay, settings())).toEqual([[0.25, -0.125, 0.625]])
  expect(asked.map(({ intervention, draw }) => [intervention.kind === 'continue' && intervention.after, draw])).toEqual([
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 1],
    [3, 2],
  ])
})

test('the calls behind the last cut share what is left', async () => {
  const { replay, asked } = around([0, 0.25, NaN, NaN, NaN, NaN])
  expect(await vine(group(execution(1, 1, 'A', 'A', 'A', 'A', 'A')), replay, settings({ mostCuts: 2 }))).toEqual([[0.25, 0.75, 0.75, 0.75, 0.75]])
  expect(asked).toHaveLength(4)
})

test('a call without influence is worth what the values say', async () => {
  const { replay } = around([0, 0.25, 0.5])
  expect(await vine(group(execution(1, 1, '-A', 'A')), replay, settings())).toEqual([[0.25, 0.25]])
})

test('executions of any number of calls, none too, have one number for each', async () => {
  const { replay } = madeUpReplays(() => 0.1)
  const three = group(execution(1, 0.1), execution(1, 0.1, 'A'), execution(2, 0.1, 'A', 'B'), execution(2, 0.1, '-A'))
  expect(await vine(three, replay, settings({ continuations: 3 }))).toEqual([[], [0], [0, 0], [0]])
})
