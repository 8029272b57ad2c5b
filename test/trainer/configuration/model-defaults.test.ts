import { expect, test } from 'vitest'
import { readTrainingConfiguration } from '../../../trainer/configuration/index.ts'
import type { TrainingConfiguration } from '../../../trainer/configuration/index.ts'

function configurationOf(written: object, models = false): TrainingConfiguration {
  const read = readTrainingConfiguration(JSON.stringify(written), { models })
  if (read.kind === 'error') throw new Error(read.problems.join('; '))
  return read.configuration
}

test.each([
  ['named in the file', { executor: { models: 'mas.config.json' } }, false],
  ['named by a command', {}, true],
])('models that are %s have defaults of their own', (_, written, models) => {
  const { budget, tasks, schedule, rollout, designer, guards } = configurationOf(written, models)
  expect([budget.requests, tasks.perStep, rollout.executions, designer.network.positions, guards.mostUnsolvedSteps]).toEqual([5000, 8, 2, 96, 10])
  expect(schedule.phases).toEqual([{ train: 'designer', steps: 1 }])
})

test('what is written wins, a schedule of phases too', () => {
  const written = { budget: { requests: 7 }, guards: { mostUnsolvedSteps: null }, schedule: { phases: [{ train: 'designer', steps: 3 }] } }
  const { budget, guards, schedule } = configurationOf(written, true)
  expect([budget.requests, guards.mostUnsolvedSteps, schedule.phases]).toEqual([7, null, [{ train: 'designer', steps: 3 }]])
})

test('what is no object is told as everywhere', () => {
  expect(readTrainingConfiguration('{"budget": 3}', { models: true })).toEqual({ kind: 'error', problems: ['budget: must be an object, in { }'] })
  expect(readTrainingConfiguration('[]', { models: true })).toMatchObject({ kind: 'error' })
})
