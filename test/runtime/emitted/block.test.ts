import { describe, expect, test } from 'vitest'
import { element } from '../../../runtime/emitted/values.ts'
import { endings, ok } from '../interpreter/start-run.ts'
import { A, startModule, write } from './start-module.ts'

describe('a block', () => {
  test('is over when everything that was begun in it has ended', async () => {
    const started = startModule(async (at) => {
      void at.call('main/unused', A, { input: 'x' })
      return at.call('main/a', A, { input: 'y' })
    })
    await started.answer('main/a', 'end')
    expect(await started.waiting()).toEqual(['main/unused'])
    await started.fail('main/unused')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/unused', code: 'model_unavailable' })
  })

  test('a failure aborts what comes later and lets what comes earlier finish', async () => {
    const started = startModule(async (at) => {
      const a = at.call('main/a', A, { input: '' })
      const b = at.call('main/b', A, { input: '' })
      void at.call('main/c', A, { input: '' })
      return `${await a}${await b}`
    })
    await started.fail('main/b')
    expect(started.aborted).toEqual(['main/c'])
    expect(await started.waiting()).toEqual(['main/a'])
    await started.answer('main/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/b' })
  })

  test('the failure that comes first in the text is the one that counts', async () => {
    const started = startModule(async (at) => {
      const a = at.call('main/a', A, { input: '' })
      void at.call('main/b', A, { input: '' })
      return a
    })
    await started.fail('main/b')
    await started.fail('main/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
  })

  test('nothing begins behind a failure', async () => {
    const started = startModule(async (at) => {
      at.value('main/none', () => element([], 0))
      return at.call('main/a', A, { input: '' })
    })
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/none', code: 'index_out_of_range' })
    expect(endings(await started.events())).toEqual({ 'main/none': 'failed' })
  })

  test('what its result comes to nothing by is reported under its owner', async () => {
    const started = startModule((at) => at.sample('main/xs/sample', { count: 1 }, () => Promise.resolve(element([], 0))))
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/xs/sample[1]', code: 'index_out_of_range' })
  })

  test('a step with an effect begins when all earlier ones have succeeded, and never where one failed', async () => {
    const code = (fails: boolean) => {
      const started = startModule(async (at) => {
        void at.call('main/a', A, { input: '' })
        return at.use('main/done', write, { input: '' })
      })
      return { started, end: () => (fails ? started.fail('main/a') : started.answer('main/a')) }
    }
    const good = code(false)
    expect(await good.started.waiting()).toEqual(['main/a'])
    await good.end()
    expect(await good.started.waiting()).toEqual(['main/done'])
    await good.started.answer('main/done', 'end')
    expect(await good.started.outcome()).toEqual(ok('end'))
    const bad = code(true)
    await bad.end()
    expect(await bad.started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
  })

  test('an error that is a bug ends the run with it', async () => {
    const started = startModule(() => Promise.reject(new RangeError('a bug')))
    await expect(started.result).rejects.toThrow('a bug')
  })
})
