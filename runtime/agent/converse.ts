import type { Message, ModelReply, ModelRequest, RequestedOutput } from '../model/model-client.ts'
import { Failure } from '../values/failure.ts'
import { jsonSchemaOf } from '../values/json-schema.ts'
import { stableHash } from '../values/stable-hash.ts'
import { wrappedType } from '../values/wrapped-type.ts'
import type { AgentCall } from './call-agent.ts'
import type { CallContext, CallOutcome } from './call-context.ts'
import type { CallableAgent } from './definitions.ts'
import type { Opening } from './opening-messages.ts'
import { readReply } from './read-reply.ts'
import { repairMessages } from './repair-messages.ts'
import { ToolCalls } from './tool-calls.ts'

type Answer = { readonly kind: 'answer'; readonly reply: ModelReply } | Exclude<CallOutcome, { kind: 'ok' }>

/** The attempts of one agent call: the first, and a repair for each reply that does not fit, each with turns of its own. */
export async function converse(
  context: CallContext,
  call: AgentCall,
  agent: CallableAgent,
  opening: Opening,
): Promise<CallOutcome> {
  const tools = new ToolCalls(context, call, agent, call.signal)
  const requestFor = requestsOf(context, call, agent, opening)
  const messages = [...opening.messages]
  for (let attempt = 1; ; attempt += 1) {
    const answer = await takeTurns(context, call, agent, tools, messages, (turn, offers) =>
      requestFor(attempt, turn, offers, messages),
    )
    if (answer.kind !== 'answer') return answer
    const result = readReply(agent, answer.reply)
    if (result.kind === 'ok') return result
    if (attempt > agent.repairs) {
      return failed(new Failure('invalid_reply', `The reply of ${agent.name} does not fit its result type.\n${result.message}`))
    }
    messages.push(...repairMessages(answer.reply, result.message))
  }
}

type RequestForTurn = (turn: number, tools: ModelRequest['tools']) => ModelRequest

/** The turns of one attempt: tool calls are answered until the model gives an answer; the last turn offers no tools. */
async function takeTurns(
  context: CallContext,
  call: AgentCall,
  agent: CallableAgent,
  tools: ToolCalls,
  messages: Message[],
  requestFor: RequestForTurn,
): Promise<Answer> {
  for (let turn = 1; ; turn += 1) {
    const last = turn >= agent.max_turns
    const outcome = await context.requestModel(agent.model, requestFor(turn, last ? [] : tools.offers), call.budgets, call.signal)
    if (call.signal.aborted) return { kind: 'aborted' }
    if (outcome.kind === 'failure') return failed(new Failure(`model_${outcome.code}`, outcome.message))
    const { reply } = outcome
    if (reply.finish === 'refusal') return failed(new Failure('refused', `The model refused to answer: ${reply.content}`))
    if (last || reply.toolCalls.length === 0) return { kind: 'answer', reply }
    const answers = await tools.answer(reply.toolCalls)
    if (answers === null) return { kind: 'aborted' }
    messages.push({ role: 'assistant', content: reply.content, toolCalls: reply.toolCalls }, ...answers)
  }
}

function requestsOf(context: CallContext, call: AgentCall, agent: CallableAgent, opening: Opening) {
  const inputs = agent.parameters.map(({ name, type }, position) => ({ name, type, value: call.inputs[position] ?? null }))
  const about = { name: agent.name, policy: agent.policy, role: opening.role, inputs, result: agent.result }
  const output: RequestedOutput =
    agent.result.kind === 'string'
      ? { kind: 'text' }
      : { kind: 'json', schema: jsonSchemaOf(wrappedType(agent.result)), wrapped: agent.result.kind !== 'record' }
  return (attempt: number, turn: number, tools: ModelRequest['tools'], messages: readonly Message[]): ModelRequest => ({
    node: call.node,
    agent: about,
    messages: [...messages],
    output,
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

const failed = (failure: Failure): Answer & CallOutcome => ({ kind: 'failed', failure })
