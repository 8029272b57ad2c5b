import type { AgentId, Value } from '../../compiler/index.ts'
import { withTimeout } from '../clock/with-timeout.ts'
import { Failure } from '../values/failure.ts'
import type { CallContext, CallOutcome, Spending } from './call-context.ts'
import { converse } from './converse.ts'
import { definitionOf } from './offered-tools.ts'
import { openingMessages } from './opening-messages.ts'
import { timeoutName } from './timeout-name.ts'

/** One call of an agent, by a node of the graph or by another agent's model. */
export interface AgentCall {
  readonly agent: AgentId
  /** In parameter order. */
  readonly inputs: readonly Value[]
  /** The node instance that makes the call. */
  readonly node: string
  readonly budgets: readonly Spending[]
  readonly signal: AbortSignal
}

/** Calls an agent: all its attempts, turns and tools, within its time-out. */
export async function callAgent(context: CallContext, call: AgentCall): Promise<CallOutcome> {
  const agent = definitionOf(context.definitions.agents, call.agent)
  const opening = openingMessages(agent, call.inputs)
  if (opening instanceof Failure) return { kind: 'failed', failure: opening }
  const clock = {
    after: (seconds: number, callback: () => void) => context.intake.after(timeoutName(call.node), seconds, callback),
  }
  const timed = await withTimeout(clock, agent.timeout, call.signal, (signal) =>
    converse(context, { ...call, signal }, agent, opening),
  )
  if (timed.kind === 'done') return timed.value
  const message = `${agent.name} took more than ${agent.timeout ?? 0} seconds in ${call.node}.`
  return { kind: 'failed', failure: new Failure('timeout', message) }
}
