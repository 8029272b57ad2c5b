import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../runtime/clock/system-clock.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('calls back after so many seconds', () => {
  const callback = vi.fn()
  systemClock.after(2, callback)
  vi.advanceTimersByTime(1999)
  expect(callback).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(callback).toHaveBeenCalledOnce()
})

test('a call that is called off never comes', () => {
  const callback = vi.fn()
  systemClock.after(2, callback)()
  vi.advanceTimersByTime(10_000)
  expect(callback).not.toHaveBeenCalled()
})

test('waits longer than one timer can', () => {
  const callback = vi.fn()
  const days = 60 * 24 * 3600
  systemClock.after(days, callback)
  vi.advanceTimersByTime(days * 1000 - 1)
  expect(callback).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(callback).toHaveBeenCalledOnce()
})

test('tells seconds since the epoch', () => {
  vi.useRealTimers()
  expect(systemClock.now()).toBeGreaterThan(1_700_000_000)
  expect(systemClock.now()).toBeLessThan(10_000_000_000)
})
