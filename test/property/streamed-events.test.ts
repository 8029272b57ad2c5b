import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNREAD_LIMIT } from '../../runtime/events/event-stream.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { RunEvent, RunOptions, RunOutcome, ToolImplementation } from '../../runtime/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { everySlot, seededModel, seededTools } from '../../testing/index.ts'
import { agent, block, constant, graph, tool, value } from '../runtime/graph-builder.ts'
import type { NodeDraft } from '../runtime/graph-builder.ts'
import { copyAsIfKilled, journalFolder, opened } from '../runtime/journal/journal-folder.ts'
import { mockModel } from '../runtime/mock-model.ts'
import { propertyRuns } from './property-runs.ts'
import { isWhole, meant } from './watched-run.ts'

interface Case {
  readonly graph: RunOptions['graph']
  readonly seed: number
  readonly failureRate: number
}

interface Reading {
  /** Decides when the reader stands still, and how long calls take. */
  readonly pace: number
  /** How the events are held; `streamed` where it is left out. */
  readonly events?: 'kept' | 'streamed'
  /** The reader leaves after so many events. */
  readonly leaveAfter?: number
  readonly journal?: RunOptions['journal']
  readonly onCall?: (told: number) => void
}

interface Told {
  readonly outcome: RunOutcome
  readonly events: readonly RunEvent[]
  /** The calls that were made, in order. */
  readonly made: readonly string[]
  /** The most calls that were made between two events that were read. */
  readonly ahead: number
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

async function told(
  { graph: of, seed, failureRate }: Case,
  { pace, events: retention = 'streamed', leaveAfter = Infinity, journal, onCall = () => undefined }: Reading,
): Promise<Told> {
  const events: RunEvent[] = []
  const made: string[] = []
  const callsAt = new Map<number, number>()
  const call = async <Ended>(name: string, make: () => Promise<Ended>): Promise<Ended> => {
    made.push(name)
    callsAt.set(events.length, (callsAt.get(events.length) ?? 0) + 1)
    onCall(events.length)
    await turns(stableHash(pace, name) % 4)
    return make()
  }
  const seeded = seededModel(seed, { failureRate })
  const model = mockModel((request, signal) =>
    call(`${request.node} ${request.attempt} ${request.turn}`, () => seeded.complete(request, signal)),
  )
  const tools = [...seededTools(of, seed, { failureRate })].map(([from, tool]): [string, ToolImplementation] => [
    from,
    { call: (given, context) => call(context.node, () => tool.call(given, context)) },
  ])
  const run = runWorkflow({
    graph: of,
    inputs: {},
    models: everySlot(of, model),
    tools: new Map(tools),
    seed,
    events: retention,
    limits: { concurrentRequests: 1 + (pace % 3) * 80 },
    ...(journal === undefined ? {} : { journal }),
  })
  const read = async (): Promise<void> => {
    for await (const event of run.events) {
      events.push(event)
      if (events.length >= leaveAfter) return
      const stand = stableHash(pace, 'reader', events.length) % 64
      await turns(stand === 0 ? 200 : Math.max(0, stand - 60))
    }
  }
  const [{ outcome }] = await Promise.all([run.result, read()])
  return { outcome, events, made, ahead: Math.max(0, ...callsAt.values()) }
}

/** Every beginning and every end, in pairs of one name. */
function edgesOf(events: readonly RunEvent[]): { readonly begun: readonly string[]; readonly ended: readonly string[] } {
  const named = (kinds: readonly RunEvent['kind'][]): readonly string[] =>
    events.flatMap((event) => {
      if (!('node' in event) || !kinds.includes(event.kind)) return []
      if (event.kind === 'request_started') return [`request ${event.node} ${event.request.attempt} ${event.request.turn}`]
      if (event.kind === 'request_finished') return [`request ${event.node} ${event.attempt} ${event.turn}`]
      return [`${event.kind.replace(/_.*/, '')} ${event.node}`]
    })
  return {
    begun: named(['node_started', 'request_started', 'tool_started']),
    ended: named(['node_finished', 'request_finished', 'tool_finished']),
  }
}

/** What is said of the run itself is said once, in order, whole; and of every call that was made. */
function expectComplete({ events, outcome, made }: Told): void {
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, position) => position + 1))
  expect(events[0]?.kind).toBe('run_started')
  expect(events.flatMap((event, position) => (event.kind === 'run_finished' ? [[position, event.outcome]] : []))).toEqual([
    [events.length - 1, outcome],
  ])
  const { begun, ended } = edgesOf(events)
  expect(new Set(begun).size).toBe(begun.length)
  expect([...ended].sort()).toEqual([...begun].sort())
  expect(new Set(made).size).toBe(made.length)
  expect(made.filter((name) => !begun.includes(`request ${name}`) && !begun.includes(`tool ${name}`))).toEqual([])
}

const inAnyOrder = (events: readonly RunEvent[]): readonly string[] =>
  events.map((event) => JSON.stringify({ ...meant(event), sequence: 0 })).sort()

interface Step {
  readonly callee: 'Writer' | 'look' | 'write'
  /** So many steps back stands the one whose value it reads, if there is one. */
  readonly back: number
}

/** Many calls, from one after another to all at the same time. */
function graphOfSteps(steps: readonly Step[]): Case['graph'] {
  const nodes = steps.map(({ callee, back }, position): NodeDraft => {
    const read = position - back
    const call = { name: `main/v${position}`, arguments: [read < 0 ? constant('a') : value(`v${read}`)], result: `v${position}` }
    return callee === 'Writer' ? { kind: 'agent', agent: callee, ...call } : { kind: 'tool', tool: callee, ...call }
  })
  const tools = [tool('look'), tool('write', { pure: false })]
  return graph({ agents: [agent('Writer')], tools, body: block(nodes, constant('end')) })
}

/** Seldom `write`: an impure call waits for all before it. */
const callees: fc.Arbitrary<Step['callee']> = fc.oneof(
  { weight: 20, arbitrary: fc.constant('Writer') },
  { weight: 10, arbitrary: fc.constant('look') },
  { weight: 1, arbitrary: fc.constant('write') },
)

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 160 }).chain((furthest) => {
  const step = fc.record({
    callee: callees,
    back: fc.integer({ min: 1, max: furthest }),
  })
  return fc.record({
    graph: fc.array(step, { minLength: 1, maxLength: 160, size: 'max' }).map(graphOfSteps),
    seed: fc.nat(1000),
    failureRate: fc.constantFrom(0, 0, 0.01),
  })
})
const paces = fc.nat(1000)

/** As many calls at the same time as there may be, all of them models'. */
const widest: Case = {
  graph: graphOfSteps(Array.from({ length: 160 }, () => ({ callee: 'Writer', back: 160 }))),
  seed: 1,
  failureRate: 0,
}

test('a reader that stands still now and then misses nothing, hears nothing twice, and holds the run back', async () => {
  let long = 0
  await fc.assert(
    fc.asyncProperty(cases, paces, fc.nat(200), async (of, pace, leaveAfter) => {
      const kept = await told(of, { pace: 0, events: 'kept' })
      const streamed = await told(of, { pace })
      expectComplete(kept)
      expectComplete(streamed)
      expect(streamed.outcome).toEqual(kept.outcome)
      if (isWhole(kept) && isWhole(streamed)) expect(inAnyOrder(streamed.events)).toEqual(inAnyOrder(kept.events))
      // One more: a call that is let go on by a read may be made just after it.
      expect(streamed.ahead).toBeLessThanOrEqual(UNREAD_LIMIT + 1)
      const left = await told(of, { pace, leaveAfter: leaveAfter + 1 })
      expect(left.outcome).toEqual(kept.outcome)
      if (kept.events.length > 2 * UNREAD_LIMIT) long += 1
    }),
    { numRuns: propertyRuns(40), examples: [[widest, 2, 100]] },
  )
  expect(long).toBeGreaterThan(0)
})

test('nor does one of a run that was killed at any moment and resumed', async () => {
  await fc.assert(
    fc.asyncProperty(cases, paces, paces, fc.nat(10_000), async (of, pace, paceOfResumed, pick) => {
      using folder = journalFolder()
      using journal = opened(folder.file('whole'))
      const kills: { readonly file: string; readonly told: number }[] = []
      let calls = 0
      const whole = await told(of, {
        pace,
        journal: journal.run(),
        onCall: (heard) => {
          calls += 1
          // A copy for each call would take long; which are taken differs from case to case.
          if (calls % 8 !== pick % 8) return
          const file = folder.file(`killed-${kills.length}`)
          copyAsIfKilled(journal.file, file)
          kills.push({ file, told: heard })
        },
      })
      expectComplete(whole)
      const kill = kills[pick % Math.max(1, kills.length)]
      if (kill === undefined) return
      using killed = opened(kill.file)
      const resumed = await told(of, { pace: paceOfResumed, journal: killed.run() })
      expectComplete(resumed)
      expect(resumed.outcome).toEqual(whole.outcome)
      const heard = whole.events.slice(0, kill.told)
      expect(resumed.events.slice(0, kill.told).map(meant)).toEqual(heard.map(meant))
      const finished = new Set(edgesOf(heard).ended)
      expect(resumed.made.filter((name) => finished.has(`request ${name}`) || finished.has(`tool ${name}`))).toEqual([])
    }),
    { numRuns: propertyRuns(15) },
  )
})
