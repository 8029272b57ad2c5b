import { expect, test } from 'vitest'
import { interleave } from './interleave.ts'

/** A clock that moves only when a contestant runs. */
function contestantsWithClock(durations: Readonly<Record<string, number>>) {
  let time = 0
  const order: string[] = []
  const contestants = Object.entries(durations).map(([name, duration]) => ({
    name,
    run: () => {
      order.push(name)
      time += duration
    },
  }))
  return { contestants, order, now: () => time }
}

test('runs each contestant once a round, beginning with another one each time', async () => {
  const { contestants, order, now } = contestantsWithClock({ a: 1, b: 2, c: 3 })
  await interleave(contestants, { warmUp: 1, measured: 2 }, now)
  expect(order.join('')).toBe('abcbcacab')
})

test('leaves out what was run to warm up', async () => {
  const { contestants, now } = contestantsWithClock({ a: 1, b: 2 })
  const times = await interleave(contestants, { warmUp: 5, measured: 3 }, now)
  expect([...times]).toEqual([['a', [1, 1, 1]], ['b', [2, 2, 2]]])
})

test('does not measure what comes before', async () => {
  let time = 0
  const pass = (milliseconds: number) => () => { time += milliseconds }
  const times = await interleave([{ name: 'a', before: pass(10), run: pass(1) }], { warmUp: 0, measured: 2 }, () => time)
  expect(times.get('a')).toEqual([1, 1])
  expect(time).toBe(22)
})

test('keeps the measurements in the order of the rounds, and waits for what takes longer', async () => {
  let time = 0
  let calls = 0
  const run = async (): Promise<void> => {
    await Promise.resolve()
    time += ++calls
  }
  const times = await interleave([{ name: 'growing', run }], { warmUp: 0, measured: 3 }, () => time)
  expect(times.get('growing')).toEqual([1, 2, 3])
})
