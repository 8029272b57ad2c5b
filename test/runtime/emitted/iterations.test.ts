import { describe, expect, test } from 'vitest'
import { ok } from '../interpreter/start-run.ts'
import { A, startModule } from './start-module.ts'

const each = (list: readonly string[], settings: { readonly max?: number; readonly ordered?: boolean } = {}) =>
  startModule((at) =>
    at.each('main/xs/each', { list, max: 3, ...settings }, (at, item, index) => at.call('main/xs[*]', A, { input: `${index}${item}` })),
  )

describe('iterations', () => {
  test('run at the same time, and give their values in order', async () => {
    const started = each(['a', 'b'])
    expect(await started.waiting()).toEqual(['main/xs[1]', 'main/xs[2]'])
    expect(started.inputOf('main/xs[2]')).toBe('2b')
    await started.answer('main/xs[2]', 'y')
    await started.answer('main/xs[1]', 'x')
    expect(await started.outcome()).toEqual(ok(['x', 'y']))
  })

  test('run one after another where they are ordered', async () => {
    const started = each(['a', 'b'], { ordered: true })
    expect(await started.waiting()).toEqual(['main/xs[1]'])
    await started.answer('main/xs[1]', 'x')
    await started.answer('main/xs[2]', 'y')
    expect(await started.outcome()).toEqual(ok(['x', 'y']))
  })

  test('the lowest that fails counts: later ones are aborted, earlier ones finish', async () => {
    const started = each(['a', 'b', 'c'])
    await started.fail('main/xs[2]')
    expect(started.aborted).toEqual(['main/xs[3]'])
    await started.fail('main/xs[1]')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/xs[1]' })
  })

  test('none begins behind one that failed', async () => {
    const started = each(['a', 'b'], { ordered: true })
    await started.fail('main/xs[1]')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/xs[1]' })
  })

  test('over an empty list come to an empty one', async () => {
    expect(await each([]).outcome()).toEqual(ok([]))
  })

  test('over a list that is too long fail', async () => {
    expect(await each(['a', 'b'], { max: 1 }).outcome()).toMatchObject({ kind: 'failed', node: 'main/xs/each', code: 'list_too_long' })
  })

  test('are as many as are sampled', async () => {
    const started = startModule((at) => at.sample('main/xs', { count: 2 }, (at) => at.call('main/xs[*]', A, { input: '' })))
    await started.answer('main/xs[1]', 'x')
    await started.answer('main/xs[2]', 'y')
    expect(await started.outcome()).toEqual(ok(['x', 'y']))
  })

  test('are aborted with what is around them', async () => {
    const started = startModule((at) => {
      void at.call('main/a', A, { input: '' })
      return at.sample('main/xs', { count: 2 }, (at) => at.call('main/xs[*]', A, { input: '' }))
    })
    await started.fail('main/a')
    expect(started.aborted.toSorted()).toEqual(['main/xs[1]', 'main/xs[2]'])
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
  })
})
