import type { Message, ModelRequest } from '../model/model-client.ts'
import { Failure } from '../values/failure.ts'
import type { FailureCode } from '../values/failure.ts'
import { stableHash } from '../values/stable-hash.ts'
import type { AgentCall } from './call-agent.ts'
import type { CallContext, CallOutcome } from './call-context.ts'
import type { CallableAgent } from './definitions.ts'
import type { Opening } from './opening-messages.ts'
import { readReply } from './read-reply.ts'
import { repairMessages } from './repair-messages.ts'
import { requestedOutput } from './requested-output.ts'
import { ToolCalls } from './tool-calls.ts'

/**
 * The attempts of one agent call: the first, and a repair for each reply that does not fit. Each has turns of its own, in which
 * tool calls are answered until the model gives an answer; the last turn offers no tools.
 */
export async function converse(
  context: CallContext,
  call: AgentCall,
  agent: CallableAgent,
  opening: Opening,
): Promise<CallOutcome> {
  const { budgets, signal } = call
  const tools = agent.max_turns > 1 ? new ToolCalls(context, call, agent, signal) : null
  const requestFor = requestsOf(context, call, agent, opening)
  let { messages } = opening
  let attempt = 1
  let turn = 1
  for (;;) {
    const toolsOfTurn = turn < agent.max_turns ? tools : null
    const request = requestFor(attempt, turn, toolsOfTurn?.offers ?? [], messages)
    const outcome = await context.requestModel(agent.model, request, budgets, signal)
    if (signal.aborted) return { kind: 'aborted' }
    if (outcome.kind === 'failure') return failed(`model_${outcome.code}`, outcome.message)
    const { reply } = outcome
    if (reply.finish === 'refusal') return failed('refused', `The model refused to answer: ${reply.content}`)
    if (toolsOfTurn !== null && reply.toolCalls.length > 0) {
      const answers = await toolsOfTurn.answer(reply.toolCalls)
      if (answers === null) return { kind: 'aborted' }
      messages = [...messages, { role: 'assistant', content: reply.content, toolCalls: reply.toolCalls }, ...answers]
      turn += 1
      continue
    }
    const result = readReply(agent, reply)
    if (result.kind === 'ok') return result
    if (attempt > agent.repairs) {
      return failed('invalid_reply', `The reply of ${agent.name} does not fit its result type.\n${result.message}`)
    }
    messages = [...messages, ...repairMessages(reply, result.message)]
    attempt += 1
    turn = 1
  }
}

function requestsOf(context: CallContext, call: AgentCall, agent: CallableAgent, opening: Opening) {
  const inputs = agent.parameters.map(({ name, type }, position) => ({ name, type, value: call.inputs[position] ?? null }))
  const about = { name: agent.name, policy: agent.policy, role: opening.role, inputs, result: agent.result }
  return (attempt: number, turn: number, tools: ModelRequest['tools'], messages: readonly Message[]): ModelRequest => ({
    node: call.node,
    agent: about,
    messages,
    output: requestedOutput(agent.result),
    tools,
    sampling: {
      temperature: agent.temperature,
      topP: agent.top_p,
      maximumTokens: agent.max_tokens,
      seed: stableHash('sampling', context.seed, call.node, attempt, turn),
    },
    attempt,
    turn,
  })
}

const failed = (code: FailureCode, message: string): CallOutcome => ({ kind: 'failed', failure: new Failure(code, message) })
