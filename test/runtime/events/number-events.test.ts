import { expect, test } from 'vitest'
import { numberEvents } from '../../../runtime/events/number-events.ts'

test('numbers events from 1 without gaps, with their time and whether they repeat a journal', () => {
  let now = 10
  const numbered = numberEvents({ now: () => now, isReplaying: () => now < 11 })
  const content = { kind: 'block_started', node: 'main', block: 0 } as const
  expect(numbered(content)).toEqual({ sequence: 1, time: 10, replayed: true, ...content })
  now = 11.5
  expect(numbered(content)).toEqual({ sequence: 2, time: 11.5, ...content })
})
