import type { AgentDefinition, ToolDefinition, Value } from '../../../compiler/index.ts'
import type { CallContext, Spending } from '../../../runtime/agent/call-context.ts'
import { callAgent } from '../../../runtime/agent/call-agent.ts'
import type { AgentCall } from '../../../runtime/agent/call-agent.ts'
import { Permits } from '../../../runtime/clock/permits.ts'
import type { RunEventContent } from '../../../runtime/events/run-event.ts'
import { UsageMeter } from '../../../runtime/events/usage.ts'
import { directIntake } from '../../../runtime/journal/intake.ts'
import type { ModelClient } from '../../../runtime/model/model-client.ts'
import { requestVia } from '../../../runtime/model/request-model.ts'
import type { AnswerCall } from '../../../runtime/suspension/awaited-call.ts'
import { OpenQuestions } from '../../../runtime/suspension/open-questions.ts'
import type { ToolImplementation, ToolOutcome } from '../../../runtime/tools/tool-implementation.ts'
import { block, constant, graph } from '../graph-builder.ts'
import { manualClock } from '../manual-clock.ts'

export interface Setup {
  readonly agents: readonly AgentDefinition[]
  readonly tools?: readonly ToolDefinition[]
  /** What tools answer, by their names. */
  readonly answers?: {
    readonly [tool: string]: (
      inputs: { readonly [name: string]: Value },
      signal: AbortSignal,
      approvals: number,
    ) => ToolOutcome | Promise<ToolOutcome>
  }
  readonly model: ModelClient
  readonly seed?: number
  /** What a person answers. */
  readonly person?: AnswerCall
}

/** Everything that a call of an agent needs, without a run around it. */
export function callSetup({ agents, tools = [], answers = {}, model, seed = 1, person }: Setup) {
  const questions = new OpenQuestions(person, () => undefined)
  const events: RunEventContent[] = []
  const usage = new UsageMeter()
  const clock = manualClock()
  const intake = directIntake(clock)
  const emit = (event: RunEventContent): void => {
    events.push(event)
  }
  const retries = { attempts: 1, firstDelay: 1, factor: 1, longestDelay: 1 }
  const requestModel = requestVia({
    models: new Map([['default', model]]),
    retries,
    permits: new Permits(64),
    clock,
    intake,
    usage,
    emit,
  })
  const implementations = Object.entries(answers).map(([name, answer]): [string, ToolImplementation] => [
    `host:${name}`,
    { call: (inputs, { signal, approvals = 0 }) => Promise.resolve(answer(inputs, signal, approvals)) },
  ])
  const context: CallContext = {
    definitions: graph({ agents, tools, body: block([], constant('')) }),
    seed,
    intake,
    tools: new Map(implementations),
    usage,
    emit,
    ask: (call, signal) => questions.ask(call, signal),
    requestModel,
  }
  const call = (inputs: readonly Value[], settings: Partial<AgentCall> = {}) =>
    callAgent(context, {
      agent: agents[0]?.name ?? '',
      inputs,
      node: 'main/draft',
      budgets: [] as readonly Spending[],
      signal: new AbortController().signal,
      ...settings,
    })
  return { context, call, events, clock, usage: () => usage.total(0) }
}
