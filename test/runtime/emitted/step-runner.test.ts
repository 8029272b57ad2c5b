import { expect, test } from 'vitest'
import { ok } from '../interpreter/start-run.ts'
import { A, startModule } from './start-module.ts'

test('a bug in a step ends the run with it, and aborts what is under way', async () => {
  const started = startModule((at) => {
    void at.call('main/a', A, { input: '' })
    const b = at.call('main/b', A, { input: '' })
    return at.after([b], () => {
      throw new RangeError('a bug')
    })
  })
  const ended = expect(started.result).rejects.toThrow('a bug')
  await started.answer('main/b')
  await ended
  expect(started.aborted).toEqual(['main/a'])
})

test('an account stays open until what was begun on it has ended', async () => {
  const started = startModule(async (at) => {
    const inner = at.budget({ path: 'main/x', workflow: 'inner', seconds: 60 })
    const a = inner.call('main/x/a', A, { input: '' })
    inner.close()
    await at.call('main/b', A, { input: '' })
    return a
  })
  await started.answer('main/b')
  started.clock.advance(60)
  expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner', reason: 'seconds' })
})

test('steps of a region are on account of the budgets around it', async () => {
  const started = startModule((at) => {
    const inner = at.budget({ path: 'main/x', workflow: 'inner', tokens: 9 })
    return inner.sample('main/x/sample', { count: 2 }, (at) => at.call('main/x[*]', A, { input: '' }))
  })
  await started.answer('main/x[1]')
  await started.answer('main/x[2]')
  expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner', reason: 'tokens' })
})

test('a step whose place was taken comes before those that are opened later', async () => {
  const started = startModule(async (at) => {
    const a = at.call('main/a', A, { input: '' })
    const b = at.after([a], (at) => at.call('main/b', A, { input: '' }))
    await at.call('main/c', A, { input: '' })
    return b
  })
  await started.answer('main/c')
  await started.answer('main/a')
  await started.answer('main/b', 'end')
  expect(await started.outcome()).toEqual(ok('end'))
})
