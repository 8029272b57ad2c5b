import { expect, test } from 'vitest'
import { directIntake } from '../../../runtime/journal/intake.ts'
import type { OutsideCall } from '../../../runtime/journal/intake.ts'
import { pacedIntake } from '../../../runtime/journal/paced-intake.ts'
import { manualClock } from '../manual-clock.ts'

const { signal } = new AbortController()

test('makes a call once there is room for it, and asks for room with the signal of the call', async () => {
  const room = Promise.withResolvers<undefined>()
  const asked: AbortSignal[] = []
  const intake = pacedIntake(directIntake(manualClock()), (given) => {
    asked.push(given)
    return asked.length === 1 ? room.promise : null
  })
  const made: string[] = []
  const call = (node: string): OutsideCall<string> => ({
    place: { kind: 'tool', node, round: 0 },
    asked: null,
    signal,
    make: () => {
      made.push(node)
      return Promise.resolve(node)
    },
    keep: (ended) => ended,
    read: () => null,
  })
  const first = intake.take(call('main/first'))
  expect(await intake.take(call('main/second'))).toBe('main/second')
  expect(made).toEqual(['main/second'])
  room.resolve(undefined)
  expect(await first).toBe('main/first')
  expect(made).toEqual(['main/second', 'main/first'])
  expect(asked).toEqual([signal, signal])
})
