import { describe, expect, test } from 'vitest'
import { EventStream, UNREAD_LIMIT } from '../../../runtime/events/event-stream.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { manualClock } from '../manual-clock.ts'

const { signal } = new AbortController()

function streamOf(count: number): EventStream {
  const stream = new EventStream(manualClock())
  for (let number = 0; number < count; number += 1) stream.append({ kind: 'block_started', node: 'main', block: number })
  return stream
}

async function take(events: AsyncIterator<RunEvent>, count: number): Promise<number[]> {
  const taken: number[] = []
  for (let number = 0; number < count; number += 1) {
    const { value, done } = await events.next()
    if (done !== true) taken.push(value.sequence)
  }
  return taken
}

/** Whether each of so many calls may be made, in the order they ask. */
function calls(stream: EventStream, count: number): { readonly went: number[] } {
  const went: number[] = []
  for (let number = 1; number <= count; number += 1) {
    void Promise.resolve(stream.room(signal)).then(() => went.push(number))
  }
  return { went }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('EventStream', () => {
  test('gives its reader every event, early and late, and then ends', async () => {
    const stream = streamOf(2)
    const events = stream[Symbol.asyncIterator]()
    expect(await take(events, 2)).toEqual([1, 2])
    const next = take(events, 2)
    stream.append({ kind: 'block_started', node: 'main', block: 2 })
    stream.close()
    stream.append({ kind: 'block_started', node: 'main', block: 3 })
    expect(await next).toEqual([3])
  })

  test('is read once', async () => {
    const stream = streamOf(1)
    await take(stream[Symbol.asyncIterator](), 1)
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('streamed events are read once')
  })

  test('an error comes after the last event', async () => {
    const stream = streamOf(1)
    stream.close(new Error('bug'))
    const events = stream[Symbol.asyncIterator]()
    expect(await take(events, 1)).toEqual([1])
    await expect(events.next()).rejects.toThrow('bug')
  })

  test.each([
    ['nothing is held back below the limit', UNREAD_LIMIT - 1, 0, 3],
    ['at the limit all wait', UNREAD_LIMIT, 0, 0],
    ['one goes on for an event that is read', UNREAD_LIMIT, 1, 1],
    ['and one for the next', UNREAD_LIMIT, 2, 2],
    ['far above it, reading one is not enough', UNREAD_LIMIT + 5, 5, 0],
    ['reading down to below it is', UNREAD_LIMIT + 5, 6, 1],
  ])('%s', async (_, unread, read, going) => {
    const stream = streamOf(unread)
    const { went } = calls(stream, 3)
    await take(stream[Symbol.asyncIterator](), read)
    await settled()
    expect(went).toEqual([1, 2, 3].slice(0, going))
  })

  test('a call that is given up waits no longer, and takes no turn', async () => {
    const stream = streamOf(UNREAD_LIMIT)
    const controller = new AbortController()
    const givenUp = stream.room(controller.signal)
    const { went } = calls(stream, 1)
    controller.abort()
    await givenUp
    await settled()
    expect(went).toEqual([])
    await take(stream[Symbol.asyncIterator](), 1)
    await settled()
    expect(went).toEqual([1])
    expect(stream.room(controller.signal)).toBeNull()
  })

  test.each([
    ['the end', (stream: EventStream) => { stream.close() }],
    ['a reader who leaves', async (stream: EventStream) => {
      for await (const event of stream) if (event.sequence === 1) break
      stream.append({ kind: 'block_started', node: 'main', block: 0 })
    }],
  ])('%s lets all go on', async (_, end) => {
    const stream = streamOf(2 * UNREAD_LIMIT)
    const { went } = calls(stream, 2)
    await end(stream)
    await settled()
    expect(went).toEqual([1, 2])
    expect(stream.room(signal)).toBeNull()
  })
})
