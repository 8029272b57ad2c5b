import { describe, expect, test } from 'vitest'
import { EventLog } from '../../../runtime/events/event-log.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { manualClock } from '../manual-clock.ts'

const started = (node: string) => ({ kind: 'node_started', node, name: node, nodeKind: 'agent' }) as const

async function all(log: EventLog): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = []
  for await (const event of log) events.push(event)
  return events
}

describe('EventLog', () => {
  test('numbers events and tells their time', async () => {
    const clock = manualClock(10)
    const log = new EventLog(clock)
    log.append(started('a'))
    clock.advance(1.5)
    log.append(started('b'))
    log.close()
    expect((await all(log)).map(({ sequence, time }) => [sequence, time])).toEqual([
      [1, 10],
      [2, 11.5],
    ])
  })

  test('readers who are early, late or slow get the same', async () => {
    const log = new EventLog(manualClock())
    const early = [all(log), all(log)]
    log.append(started('a'))
    await Promise.resolve()
    log.append(started('b'))
    log.append(started('c'))
    log.close()
    const late = await all(log)
    expect(late.map((event) => event.kind === 'node_started' && event.node)).toEqual(['a', 'b', 'c'])
    expect(await Promise.all(early)).toEqual([late, late])
  })

  test('a reader who leaves disturbs nobody', async () => {
    const log = new EventLog(manualClock())
    log.append(started('a'))
    for await (const event of log) {
      expect(event.sequence).toBe(1)
      break
    }
    log.append(started('b'))
    log.close()
    expect(await all(log)).toHaveLength(2)
  })

  test('nothing comes after the end', async () => {
    const log = new EventLog(manualClock())
    log.close()
    log.append(started('a'))
    log.close(new Error('late'))
    expect(await all(log)).toEqual([])
  })

  test('an error comes after the last event', async () => {
    const log = new EventLog(manualClock())
    log.append(started('a'))
    log.close(new Error('bug'))
    const events: RunEvent[] = []
    const reading = (async () => {
      for await (const event of log) events.push(event)
    })()
    await expect(reading).rejects.toThrow('bug')
    expect(events).toHaveLength(1)
  })
})
