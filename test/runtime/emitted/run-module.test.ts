import { describe, expect, test } from 'vitest'
import { types } from '../../../runtime/emitted/types.ts'
import { runModule } from '../../../runtime/emitted/run-module.ts'
import { mockModel } from '../mock-model.ts'
import { ok } from '../interpreter/start-run.ts'
import { A, startModule } from './start-module.ts'

const about = { workflow: 'main', file: 'test.mas', parameters: { task: types.string }, calls: [A] }
const models = new Map([['default', mockModel((request) => `${request.node} ${request.sampling.seed}`)]])

describe('runModule', () => {
  test('runs the code with the inputs', async () => {
    const { outcome, usage } = await runModule(about, { task: 'x' }, { models, seed: 1 }, (_at, { task }) => Promise.resolve(`${task}!`))
    expect({ outcome, requests: usage.requests }).toEqual({ outcome: ok('x!'), requests: 0 })
  })

  test('fails for inputs that do not fit', async () => {
    const { outcome } = await runModule(about, { task: 3 }, { models, seed: 1 }, () => Promise.resolve('end'))
    expect(outcome).toMatchObject({ kind: 'failed', node: 'main', code: 'bad_input' })
  })

  test('fails where a model is missing, and runs nothing', async () => {
    let isRun = false
    const { outcome } = await runModule(about, { task: 'x' }, { models: new Map(), seed: 1 }, () => {
      isRun = true
      return Promise.resolve('end')
    })
    expect(outcome).toMatchObject({ kind: 'failed', node: 'main', code: 'unbound_model' })
    expect(isRun).toBe(false)
  })

  test('is cancelled by a signal: what is under way is aborted', async () => {
    const controller = new AbortController()
    const started = startModule((at) => at.call('main/a', A, { input: '' }), {}, { signal: controller.signal })
    await started.waiting()
    controller.abort()
    expect(await started.outcome()).toEqual({ kind: 'cancelled' })
    expect(started.aborted).toEqual(['main/a'])
  })

  test('is cancelled before it begins', async () => {
    const settings = { models, seed: 1, signal: AbortSignal.abort() }
    const { outcome, usage } = await runModule(about, { task: 'x' }, settings, (at) => at.call('main/a', A, { input: '' }))
    expect({ outcome, requests: usage.requests }).toEqual({ outcome: { kind: 'cancelled' }, requests: 0 })
  })

  test.each([
    [5, ok('main/a')],
    [4, { kind: 'stopped', workflow: 'main', path: 'main', reason: 'tokens', message: 'The budget of main is spent: 4 tokens.' }],
  ])('holds the budget of %d tokens', async (tokens, outcome) => {
    const started = startModule((at) => at.call('main/a', A, { input: '' }), { budget: { tokens } })
    await started.answer('main/a')
    expect(await started.outcome()).toEqual(outcome)
  })

  test('tells events from the first one on', async () => {
    const started = startModule(() => Promise.resolve('end'))
    expect((await started.events()).map(({ kind }) => kind)).toEqual(['run_started', 'run_finished'])
  })
})
