import { describe, expect, test } from 'vitest'
import { withTimeout } from '../../../runtime/clock/with-timeout.ts'
import { manualClock } from '../manual-clock.ts'

const untilAbort = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve('gave up')
    })
  })

describe('withTimeout', () => {
  test('work that is done in time leaves no timer behind', async () => {
    const clock = manualClock()
    const timed = withTimeout(clock, 5, new AbortController().signal, () => Promise.resolve('a'))
    expect(clock.pending()).toEqual([5])
    expect(await timed).toEqual({ kind: 'done', value: 'a' })
    expect(clock.pending()).toEqual([])
  })

  test('aborts the work when its time is over', async () => {
    const clock = manualClock()
    const timed = withTimeout(clock, 5, new AbortController().signal, untilAbort)
    clock.advance(5)
    expect(await timed).toEqual({ kind: 'timeout' })
  })

  test('an outer abort is no time-out', async () => {
    const clock = manualClock()
    const outer = new AbortController()
    const timed = withTimeout(clock, 5, outer.signal, untilAbort)
    outer.abort()
    clock.advance(5)
    expect(await timed).toEqual({ kind: 'done', value: 'gave up' })
  })

  test('work under an aborted signal starts aborted', async () => {
    const timed = await withTimeout(manualClock(), 5, AbortSignal.abort(), (signal) => Promise.resolve(signal.aborted))
    expect(timed).toEqual({ kind: 'done', value: true })
  })
})
