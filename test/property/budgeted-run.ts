import type { Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelOutcome, ModelRequest, RunEvent, RunOptions, RunResult, ToolImplementation } from '../../runtime/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { everySlot } from '../../testing/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { manualClock } from '../runtime/manual-clock.ts'
import { failure, mockModel, reply, toolCalls } from '../runtime/mock-model.ts'
import { askedCalls } from './asked-calls.ts'

export interface BudgetedCase {
  readonly graph: Graph
  readonly inputs: RunOptions['inputs']
  /** Decides what models and tools answer. */
  readonly seed: number
  /** Decides how long each call takes, and how many are under way. */
  readonly schedule: number
}

/** A try of a request, or a call of a tool. */
export interface MadeCall {
  readonly kind: 'model' | 'tool'
  readonly node: string
  readonly time: number
}

export interface BudgetedRun {
  readonly result: RunResult
  readonly events: readonly RunEvent[]
  readonly calls: readonly MadeCall[]
  /** The instants at which more than one thing ended: what came first in them is not to be seen from outside. */
  readonly crowded: ReadonlySet<number>
}

export interface RunSetting {
  /** The time at which it starts. */
  readonly start?: number
  readonly journal?: RunOptions['journal']
  /** Sees every moment at which a call is made. */
  readonly onCall?: (time: number) => void
}

/** Runs a case on a clock of its own, from one end of a call to the next. Models and tools take no notice of being aborted. */
export async function budgetedRun(
  { graph, inputs, seed, schedule }: BudgetedCase,
  { start = 0, journal, onCall = () => undefined }: RunSetting = {},
): Promise<BudgetedRun> {
  const clock = manualClock(start)
  const calls: MadeCall[] = []
  const tries = new Map<string, number>()
  const make = async (kind: MadeCall['kind'], node: string, place: string): Promise<number> => {
    const before = tries.get(place) ?? 0
    tries.set(place, before + 1)
    calls.push({ kind, node, time: clock.now() })
    onCall(clock.now())
    await new Promise<void>((resolve) => clock.after(duration(schedule, place, before), resolve))
    return stableHash(seed, place, before)
  }
  const model = mockModel(async (request) => answer(request, await make('model', request.node, placeOf(request))))
  const tool: ToolImplementation = {
    call: async (_, { node }) => {
      const hash = await make('tool', node, node)
      return hash % 6 === 0 ? { kind: 'failed', message: 'no' } : { kind: 'ok', value: word(hash) }
    },
  }
  const run = runWorkflow({
    graph,
    inputs,
    models: everySlot(graph, model),
    tools: new Map(Object.values(graph.tools).map(({ from }) => [from, tool])),
    seed,
    clock,
    limits: { concurrentRequests: 1 + (schedule % 4), retries: { attempts: 3, firstDelay: 1, factor: 2, longestDelay: 9 } },
    ...(journal === undefined ? {} : { journal }),
  })
  let ended = false
  const result = run.result.finally(() => {
    ended = true
  })
  const crowded = new Set<number>()
  while (!ended) {
    // A commit takes a turn of the event loop, and what follows from it another.
    for (let turns = 0; turns < 4; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    const pending = clock.pending()
    const [next] = pending
    if (next === undefined || ended) continue
    const isCrowded = pending.filter((delay) => delay === next).length > 1
    clock.advance(next)
    if (isCrowded) crowded.add(clock.now())
  }
  const events: RunEvent[] = []
  for await (const event of run.events) events.push(event)
  return { result: await result, events, calls, crowded }
}

export const placeOf = ({ node, attempt, turn }: Pick<ModelRequest, 'node' | 'attempt' | 'turn'>): string =>
  `${node} ${attempt} ${turn}`

/** Whole seconds, so that much ends at once, or seldom two of the same length. */
function duration(schedule: number, place: string, before: number): number {
  const hash = stableHash(schedule, place, before)
  return 1 + (hash % 4) + (schedule % 2 === 0 ? 0 : ((hash >>> 8) % 65_536) / 2 ** 16)
}

const word = (hash: number): string => 'abcaabbcabab'.slice(hash % 11, (hash % 11) + 1 + (hash % 3))

/**
 * Words, calls of tools, nonsense and failures, also those that are tried again. Replies have 1 to 3 tokens, so that budgets are
 * often spent to the last one.
 */
function answer(request: ModelRequest, hash: number): ModelOutcome {
  const usage = { promptTokens: 1, completionTokens: 1 + (hash % 3) }
  const random = randomNumbers(hash)
  const draw = (below: number) => Math.floor(random() * below)
  if (draw(6) === 0) return failure({ reachedModel: true, transient: draw(4) > 0 })
  if (request.tools.length > 0 && draw(2) === 0) {
    const asked = toolCalls(...askedCalls(request, draw))
    return asked.kind === 'reply' ? { kind: 'reply', reply: { ...asked.reply, usage } } : asked
  }
  return reply(request.output.kind === 'json' && draw(4) > 0 ? '{"value": 1}' : word(hash), { usage })
}
