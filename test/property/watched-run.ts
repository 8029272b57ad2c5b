import type { Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type {
  AnswerCall,
  ModelClient,
  RunEvent,
  RunOptions,
  RunResult,
  ToolContext,
  ToolImplementation,
} from '../../runtime/index.ts'
import type { Journal } from '../../runtime/journal/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { everySlot } from '../../testing/index.ts'

/** What a run is made of; the schedule is given with each run of it. */
export interface Case {
  readonly graph: Graph
  readonly inputs: RunOptions['inputs']
  readonly model: ModelClient
  readonly tools: ReadonlyMap<string, ToolImplementation>
  readonly seed: number
}

export interface Watched {
  readonly result: RunResult
  readonly events: readonly RunEvent[]
  /** The calls that were made, in order: node instances with attempt and turn. */
  readonly made: readonly string[]
}

/** Runs a case; how long each call takes depends on the schedule. `onCall` sees every moment at which a call is made or ends. */
export async function watchedRun(
  { graph, inputs, model, tools, seed }: Case,
  journal: Journal,
  schedule: number,
  onCall: (events: readonly RunEvent[], made: readonly string[]) => void = () => undefined,
  answer?: AnswerCall,
): Promise<Watched> {
  const events: RunEvent[] = []
  const made: string[] = []
  const call = async <Ended>(name: string, make: () => Promise<Ended>): Promise<Ended> => {
    made.push(name)
    onCall(events, made)
    for (let turns = stableHash(schedule, name) % 4; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
    const ended = await make()
    onCall(events, made)
    return ended
  }
  const watchedModel: ModelClient = {
    description: model.description,
    complete: (request, signal) =>
      call(`${request.node} ${request.attempt} ${request.turn}`, () => model.complete(request, signal)),
  }
  const watchedTools = new Map(
    [...tools].map(([from, tool]) => [
      from,
      {
        call: (given, context) => call(madeName(context), () => tool.call(given, context)),
      } satisfies ToolImplementation,
    ]),
  )
  const started = runWorkflow({
    graph,
    inputs,
    models: everySlot(graph, watchedModel),
    tools: watchedTools,
    seed,
    journal: journal.run(),
    ...(answer === undefined ? {} : { answer }),
    limits: { concurrentRequests: 1 + (schedule % 5) * 20 },
  })
  const reading = (async () => {
    for await (const event of started.events) events.push(event)
  })()
  const result = await started.result
  await reading
  // What is still made after the end, if anything.
  for (let turns = 6; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  return { result, events, made }
}

/** A call of a tool by its node, and by how often it was approved. */
const madeName = ({ node, approvals = 0 }: ToolContext): string => (approvals === 0 ? node : `${node} approved ${approvals}`)

/** An event without what says when it happened and whether it is a repetition. */
export const meant = (event: RunEvent) => {
  const anyTime = { ...event, time: 0, replayed: true as const }
  return anyTime.kind === 'run_finished' ? { ...anyTime, usage: { ...anyTime.usage, seconds: 0 } } : anyTime
}

export const endedCalls = (events: readonly RunEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'request_finished') return [`${event.node} ${event.attempt} ${event.turn}`]
    return event.kind === 'tool_finished' ? [event.node] : []
  })

/** Nothing was aborted: what is used up until then depends on the schedule. */
export const isWhole = ({ events }: Pick<Watched, 'events'>): boolean =>
  events.every((event) => event.kind !== 'node_finished' || event.outcome.kind !== 'aborted')
