import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MinuteWindow } from '../../../runtime/model/minute-window.ts'

test('what is spent counts for a minute', () => {
  const window = new MinuteWindow(10)
  expect(window.wait(10, 0)).toBe(0)
  window.spend(4, 0)
  window.spend(6, 20)
  expect(window.wait(1, 30)).toBe(30)
  expect(window.wait(5, 30)).toBe(50)
  expect(window.wait(4, 60)).toBe(0)
  expect(window.wait(5, 60)).toBe(20)
})

test('an amount that turns out otherwise is corrected, and not once it is forgotten', () => {
  const window = new MinuteWindow(10)
  const settle = window.spend(9, 0)
  settle(2)
  expect(window.wait(8, 1)).toBe(0)
  expect(window.wait(8, 61)).toBe(0)
  settle(100)
  expect(window.wait(10, 61)).toBe(0)
})

test('more than the limit waits for an empty minute, and not for ever', () => {
  const window = new MinuteWindow(10)
  expect(window.wait(50, 0)).toBe(0)
  window.spend(1, 0)
  expect(window.wait(50, 0)).toBe(60)
})

test('law: no 60 seconds hold more than the limit', () => {
  const steps = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 10 }), pause: fc.integer({ min: 0, max: 40 }) }), { maxLength: 60 })
  const law = fc.property(steps, (asked) => {
    const window = new MinuteWindow(10)
    const spent: { time: number; amount: number }[] = []
    let now = 0
    for (const { amount, pause } of asked) {
      now += pause
      for (let seconds = window.wait(amount, now); seconds > 0; seconds = window.wait(amount, now)) now += seconds
      window.spend(amount, now)
      spent.push({ time: now, amount })
      const recent = spent.filter(({ time }) => time > now - 60)
      expect(recent.reduce((sum, entry) => sum + entry.amount, 0)).toBeLessThanOrEqual(10)
    }
  })
  fc.assert(law, { seed: 20261125, numRuns: 300 })
})
