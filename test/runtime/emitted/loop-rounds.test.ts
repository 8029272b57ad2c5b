import { describe, expect, test } from 'vitest'
import { endings, ok } from '../interpreter/start-run.ts'
import { A, startModule } from './start-module.ts'

const repeat = (isLast: (value: string) => boolean = () => false) =>
  startModule(async (at) => {
    let value = 'a'
    for await (const round of at.repeat('main/repeat', 2)) {
      value = await round.call('main/repeat[*]/value', A, { input: value })
      if (isLast(value)) break
    }
    return value
  })

describe('repeat', () => {
  test('runs so many rounds, one after another', async () => {
    const started = repeat()
    expect(await started.waiting()).toEqual(['main/repeat[1]/value'])
    expect(started.inputOf('main/repeat[1]/value')).toBe('a')
    await started.answer('main/repeat[1]/value', 'b')
    expect(started.inputOf('main/repeat[2]/value')).toBe('b')
    await started.answer('main/repeat[2]/value', 'c')
    expect(await started.outcome()).toEqual(ok('c'))
    expect(endings(await started.events())).toMatchObject({ 'main/repeat': 'ok' })
  })

  test('ends where its code leaves it', async () => {
    const started = repeat((value) => value === 'b')
    await started.answer('main/repeat[1]/value', 'b')
    expect(await started.outcome()).toEqual(ok('b'))
  })

  test('fails with a round', async () => {
    const started = repeat()
    await started.fail('main/repeat[1]/value')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/repeat[1]/value' })
    expect(endings(await started.events())).toEqual({ 'main/repeat': 'failed', 'main/repeat[1]/value': 'failed' })
  })

  test('begins a round when everything in the last one has ended, whether or not its code waits for it', async () => {
    const started = startModule(async (at) => {
      for await (const round of at.repeat('main/repeat', 2)) void round.call('main/repeat[*]/_', A, { input: '' })
      return 'end'
    })
    expect(await started.waiting()).toEqual(['main/repeat[1]/_'])
    await started.answer('main/repeat[1]/_')
    expect(await started.waiting()).toEqual(['main/repeat[2]/_'])
    await started.answer('main/repeat[2]/_')
    expect(await started.outcome()).toEqual(ok('end'))
  })

  test('fails with what was begun in a round that its code left', async () => {
    const started = startModule(async (at) => {
      for await (const round of at.repeat('main/repeat', 2)) {
        void round.call('main/repeat[*]/_', A, { input: '' })
        break
      }
      return 'end'
    })
    await started.fail('main/repeat[1]/_')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/repeat[1]/_' })
  })

  test('is aborted with what is around it', async () => {
    const started = startModule(async (at) => {
      void at.call('main/a', A, { input: '' })
      for await (const round of at.repeat('main/repeat', 2)) await round.call('main/repeat[*]/value', A, { input: '' })
      return 'end'
    })
    await started.waiting()
    await started.fail('main/a')
    expect(started.aborted).toEqual(['main/repeat[1]/value'])
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
  })
})

describe('for', () => {
  const over = (list: readonly string[], max = 3) =>
    startModule(async (at) => {
      let text = ''
      for await (const [round, item, index] of at.for('main/for', { list: () => list, max })) {
        text = round.value('main/for[*]/text', () => `${text}${index}${item}`)
      }
      return text
    })

  test('gives each element and its index, in order', async () => {
    expect(await over(['a', 'b']).outcome()).toEqual(ok('1a2b'))
  })

  test('runs no round over an empty list', async () => {
    expect(await over([]).outcome()).toEqual(ok(''))
  })

  test('fails over a list that is too long', async () => {
    expect(await over(['a', 'b'], 1).outcome()).toMatchObject({ kind: 'failed', node: 'main/for', code: 'list_too_long' })
  })
})
