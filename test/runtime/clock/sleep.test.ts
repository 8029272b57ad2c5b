import { expect, test } from 'vitest'
import { sleep } from '../../../runtime/clock/sleep.ts'
import { manualClock } from '../manual-clock.ts'

test('wakes when the time has passed', async () => {
  const clock = manualClock()
  const asleep = sleep(clock, 3, new AbortController().signal)
  clock.advance(3)
  await asleep
  expect(clock.now()).toBe(1003)
})

test('wakes when the signal is aborted, and leaves no timer', async () => {
  const clock = manualClock()
  const controller = new AbortController()
  const asleep = sleep(clock, 3, controller.signal)
  expect(clock.pending()).toEqual([3])
  controller.abort()
  await asleep
  expect(clock.pending()).toEqual([])
})

test('does not fall asleep under an aborted signal', async () => {
  const clock = manualClock()
  await sleep(clock, 3, AbortSignal.abort())
  expect(clock.pending()).toEqual([])
})
