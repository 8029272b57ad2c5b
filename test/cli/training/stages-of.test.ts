import { expect, test } from 'vitest'
import { stagesOf } from '../../../cli/training/stages-of.ts'

const steps = (...phases: readonly number[]) =>
  phases.map((phase, step) => ({ step, phase, trained: phase % 2 === 0 ? ('executor' as const) : ('designer' as const) }))

test.each([
  [steps(), []],
  [steps(0, 0, 0), [['executor', 0, 3]]],
  [steps(0, 0, 1, 0), [['executor', 0, 2], ['designer', 2, 3], ['executor', 3, 4]]],
  // Two phases that train the same role are two stages.
  [steps(0, 2, 2), [['executor', 0, 1], ['executor', 1, 3]]],
])('the stages of %j', (taken, stages) => {
  expect(stagesOf(taken).map(({ trained, from, to }) => [trained, from, to])).toEqual(stages)
})
