import { describe, expect, test } from 'vitest'
import { UNREAD_LIMIT } from '../../../runtime/events/event-stream.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import type { RunOptions } from '../../../runtime/interpreter/run-options.ts'
import { compileSource } from '../../compiler/compile/compile-source.ts'
import { mockModel } from '../mock-model.ts'

const rounds = 200

const [workflow] = compileSource(`
agent Step(text: string) -> string
workflow main(text: string) -> string { current = text repeat max ${rounds} { current = Step(current) } return current }
`).workflows

function start(events: RunOptions['events'], options: Partial<RunOptions> = {}) {
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script does not compile')
  const model = mockModel(() => 'x')
  const models = new Map([['default', model]])
  const retention = events === undefined ? {} : { events }
  const run = runWorkflow({ graph: workflow.compiled.graph, inputs: { text: 'a' }, models, seed: 1, ...retention, ...options })
  return { run, model }
}

async function all(events: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const read: RunEvent[] = []
  for await (const event of events) read.push(event)
  return read
}

/** Nothing happens any more without someone from outside. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) await new Promise(setImmediate)
}

const withoutTime = (events: readonly RunEvent[]) => events.map((event) =>
  ({ ...event, time: 0, ...(event.kind === 'run_finished' ? { usage: { ...event.usage, seconds: 0 } } : {}) }))

describe('the setting events', () => {
  test('by default, events are there after the end, for as many as like', async () => {
    const { run } = start(undefined)
    await run.result
    const first = await all(run.events)
    expect(await all(run.events)).toEqual(first)
    expect(first.filter(({ kind }) => kind === 'request_finished')).toHaveLength(rounds)
  })

  test('streamed, they are the same ones, and the run ends the same', async () => {
    const kept = start('kept').run
    const { run } = start('streamed')
    const [events, { outcome }] = await Promise.all([all(run.events), run.result])
    expect(outcome).toEqual({ kind: 'ok', value: 'x' })
    expect(withoutTime(events)).toEqual(withoutTime(await all(kept.events)))
  })

  test('streamed, a reader that stands still holds the run back, and one that goes on lets it go on', async () => {
    const { run, model } = start('streamed')
    await atRest()
    const before = model.requests.length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(UNREAD_LIMIT)
    const events = run.events[Symbol.asyncIterator]()
    for (let read = 0; read < UNREAD_LIMIT; read += 1) await events.next()
    await atRest()
    expect(model.requests.length).toBeGreaterThan(before)
    expect(model.requests.length).toBeLessThan(2 * UNREAD_LIMIT)
    await events.return?.(undefined)
    expect((await run.result).outcome).toEqual({ kind: 'ok', value: 'x' })
    expect(model.requests).toHaveLength(rounds)
  })

  test('streamed and unread, a run that is held back can be cancelled', async () => {
    const controller = new AbortController()
    const { run, model } = start('streamed', { signal: controller.signal })
    await atRest()
    controller.abort()
    expect((await run.result).outcome).toEqual({ kind: 'cancelled' })
    expect(model.requests.length).toBeLessThan(UNREAD_LIMIT)
  })

  test('none: there are no events, and the run ends the same', async () => {
    const { run } = start('none')
    expect(await all(run.events)).toEqual([])
    expect((await run.result).outcome).toEqual({ kind: 'ok', value: 'x' })
  })
})
