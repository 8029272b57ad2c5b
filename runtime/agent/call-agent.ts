import type { AgentId, Value } from '../../compiler/index.ts'
import { withTimeout } from '../clock/with-timeout.ts'
import { Failure } from '../values/failure.ts'
import type { CallContext, CallOutcome, Spending } from './call-context.ts'
import { converse } from './converse.ts'
import type { CallableAgent } from './definitions.ts'
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
export function callAgent(context: CallContext, call: AgentCall): Promise<CallOutcome> {
  const agent = definitionOf(context.definitions.agents, call.agent)
  const opening = openingMessages(agent, call.inputs)
  if (opening instanceof Failure) return Promise.resolve({ kind: 'failed', failure: opening })
  if (agent.timeout === null) return converse(context, call, agent, opening)
  return inTime(context, call, agent, agent.timeout, (signal) => converse(context, { ...call, signal }, agent, opening))
}

async function inTime(
  { intake }: CallContext,
  { node, signal }: AgentCall,
  { name }: CallableAgent,
  seconds: number,
  work: (signal: AbortSignal) => Promise<CallOutcome>,
): Promise<CallOutcome> {
  const clock = { after: (delay: number, callback: () => void) => intake.after(timeoutName(node), delay, callback) }
  const timed = await withTimeout(clock, seconds, signal, work)
  if (timed.kind === 'done') return timed.value
  return { kind: 'failed', failure: new Failure('timeout', `${name} took more than ${seconds} seconds in ${node}.`) }
}
