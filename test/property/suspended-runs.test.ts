import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, AnswerCall, ModelClient, RunEvent, ToolImplementation } from '../../runtime/index.ts'
import type { Journal } from '../../runtime/journal/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { graphOf, inputsOf, seededModel, seededTools, wellTypedProgram } from '../../testing/index.ts'
import { copyAsIfKilled, journalFolder, opened } from '../runtime/journal/journal-folder.ts'
import { agentTeam, answerOfTeam } from './agent-team.ts'
import { propertyRuns } from './property-runs.ts'
import { isWhole, meant, watchedRun } from './watched-run.ts'
import type { Case, Watched } from './watched-run.ts'

/** Tools of which some calls ask a person, for approval (some twice) or for the result, and what a person answers. */
function askingTools(tools: Case['tools'], seed: number) {
  const results = new Map<string, unknown>()
  const asking = new Map(
    [...tools].map(([from, tool]): [string, ToolImplementation] => [
      from,
      {
        call: async (inputs, context) => {
          const { node, approvals = 0 } = context
          const needed = stableHash(seed, 'approvals', node) % 4
          if (needed < 3 && approvals < needed) return { kind: 'suspended', question: own, awaits: 'approval' }
          const outcome = await tool.call(inputs, context)
          if (needed < 3 || outcome.kind !== 'ok') return outcome
          results.set(node, outcome.value)
          return { kind: 'suspended', question: own, awaits: 'result' }
        },
      },
    ]),
  )
  const answerOf = ({ node, awaits }: Parameters<AnswerCall>[0]): Answer =>
    awaits === 'approval' ? { kind: 'approved' } : { kind: 'value', value: results.get(node) }
  return { asking, answerOf }
}

/** What the tools ask, as opposed to a run that does not know whether a call was made. */
const own = 'May I?'

/** The calls that had been finished when so much had been told, by the names under which they are made. */
function finishedCalls(told: readonly RunEvent[]): ReadonlySet<string> {
  const finished = new Set<string>()
  const approvals = new Map<string, number>()
  const name = (node: string): string =>
    (approvals.get(node) ?? 0) === 0 ? node : `${node} approved ${approvals.get(node) ?? 0}`
  let doubted = new Set<string>()
  for (const event of told) {
    if (event.kind === 'request_finished') finished.add(`${event.node} ${event.attempt} ${event.turn}`)
    if (event.kind === 'tool_finished') finished.add(name(event.node))
    if (event.kind === 'tool_suspended') {
      if (event.question === own) finished.add(name(event.node))
      else doubted = doubted.add(event.node)
    }
    if (event.kind === 'tool_answered' && event.answer.kind === 'approved' && !doubted.delete(event.node))
      approvals.set(event.node, (approvals.get(event.node) ?? 0) + 1)
  }
  return finished
}

const approvedAgain = (events: readonly RunEvent[], node: string): number =>
  events.filter((event) => event.kind === 'tool_suspended' && event.node === node && event.question !== own).length

/** How one process of a run goes: whether it is killed and when, and which calls are answered before the next one. */
interface Process {
  readonly kill: number | null
  readonly answers: number
  readonly schedule: number
  /** The share, of 3, of questions that are answered while it goes on. */
  readonly live: number
}

/** A run with suspensions, kills and answers comes to what it comes to where every tool answers at once. */
async function checkSuspending(of: Case, processes: readonly Process[]): Promise<void> {
  using folder = journalFolder()
  using whole = opened(folder.file('at-once'))
  const atOnce = await watchedRun(of, whole, 0)
  const { asking, answerOf } = askingTools(of.tools, of.seed)
  let file = folder.file('0')
  let told: readonly RunEvent[] = []
  /** What was made in processes of which the run goes on. */
  let madeBefore: readonly string[] = []
  for (let number = 0; number < 200; number += 1) {
    const { kill, answers, schedule, live } = processes[number] ?? { kill: null, answers: 0, schedule: 0, live: 0 }
    using journal = opened(file)
    giveSome(journal, answers, answerOf)
    const kills: { readonly file: string; readonly told: number; readonly made: number }[] = []
    const hook: AnswerCall = (call) => Promise.resolve(stableHash(schedule, call.node) % 3 < live ? answerOf(call) : null)
    const snapshot = (events: readonly RunEvent[], made: readonly string[]): void => {
      if (kill === null) return
      const at = folder.file(`${number}-${kills.length}`)
      copyAsIfKilled(journal.file, at)
      kills.push({ file: at, told: events.length, made: made.length })
    }
    const process = await watchedRun({ ...of, tools: asking }, journal, schedule, snapshot, hook)
    checkGoesOn(process, told, madeBefore)
    const { outcome } = process.result
    const killed = kill === null ? undefined : kills[kill % Math.max(1, kills.length)]
    if (killed !== undefined) {
      file = killed.file
      told = process.events.slice(0, killed.told)
      madeBefore = [...madeBefore, ...process.made.slice(0, killed.made)]
    } else if (outcome.kind === 'suspended') {
      expect(journal.awaited()).toEqual({ kind: 'ok', value: expect.arrayContaining([...outcome.awaited]) as unknown })
      told = process.events.slice(0, -1)
      madeBefore = [...madeBefore, ...process.made]
    } else {
      expect(outcome).toEqual(atOnce.result.outcome)
      // Where it failed, what stands after the failure may have run or not.
      if (outcome.kind === 'ok' && isWhole(process) && isWhole(atOnce)) {
        expect({ ...process.result.usage, seconds: 0 }).toEqual({ ...atOnce.result.usage, seconds: 0 })
        expect(ends(process)).toEqual(ends(atOnce))
      }
      return
    }
  }
  throw new Error('the run does not end')
}

/** Answers, of the calls that wait, at least one: those whose bit is not set. */
function giveSome(journal: Journal, bits: number, answerOf: (call: Parameters<AnswerCall>[0]) => Answer): void {
  const awaited = journal.awaited()
  if (awaited.kind === 'error') throw new Error(awaited.problem.message)
  const chosen = awaited.value.filter((_, position) => ((bits >> (position % 8)) & 1) === 0)
  const given = (chosen.length === 0 ? awaited.value.slice(0, 1) : chosen).map((call) => [call.node, answerOf(call)] as const)
  expect(journal.answer(null, new Map(given), Date.now() / 1000)).toBe(null)
}

function checkGoesOn(process: Watched, told: readonly RunEvent[], madeBefore: readonly string[]): void {
  expect(process.events.slice(0, told.length).map(meant)).toEqual(told.map(meant))
  expect(process.events.map(({ sequence }) => sequence)).toEqual(process.events.map((_, position) => position + 1))
  const finished = finishedCalls(told)
  expect(process.made.filter((name) => finished.has(name))).toEqual([])
  // What a person has approved is made twice only where a person was asked once more.
  const made = [...madeBefore, ...process.made].filter((name) => name.includes(' approved '))
  for (const name of new Set(made)) {
    const [node = ''] = name.split(' ')
    expect(made.filter((other) => other === name).length).toBeLessThanOrEqual(1 + approvedAgain(process.events, node))
  }
}

/** How nodes ended, in an order of their own. */
const ends = ({ events }: Watched): readonly string[] =>
  events.flatMap((event) => (event.kind === 'node_finished' ? [JSON.stringify([event.node, event.outcome])] : [])).sort()

const processes = fc.array(
  fc.record({ kill: fc.option(fc.nat(1000)), answers: fc.nat(255), schedule: fc.nat(1000), live: fc.nat(2) }),
  { maxLength: 5 },
)

test('random programs whose tools ask a person come to what they come to where the tools answer at once', async () => {
  const cases = wellTypedProgram({ limits: { calls: 30, statements: 6 } }).chain((program) => {
    const graph = graphOf(program)
    return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), seed: fc.nat(1000) })
  })
  await fc.assert(
    fc.asyncProperty(cases, processes, async ({ graph, inputs, seed }, chosen) => {
      const model = seededModel(seed, { failureRate: 0.1 })
      await checkSuspending({ graph, inputs, model, tools: seededTools(graph, seed, { failureRate: 0.1 }), seed }, chosen)
    }),
    { numRuns: propertyRuns(20) },
  )
})

test('random teams whose models call tools that ask a person', async () => {
  await fc.assert(
    fc.asyncProperty(agentTeam, fc.nat(10_000), processes, async (graph, seed, chosen) => {
      const model: ModelClient = {
        description: 'of the test',
        complete: (request) => Promise.resolve(answerOfTeam(seed, request)),
      }
      const tool: ToolImplementation = {
        call: (inputs, { node }) =>
          Promise.resolve(
            stableHash(seed, node) % 3 === 0 ? { kind: 'failed', message: 'no' } : { kind: 'ok', value: JSON.stringify(inputs) },
          ),
      }
      const tools = new Map(['host:look', 'host:write'].map((from) => [from, tool]))
      await checkSuspending({ graph, inputs: {}, model, tools, seed }, chosen)
    }),
    { numRuns: propertyRuns(20) },
  )
})
