import type { ModelClient, ModelOutcome, ModelReply, ModelRequest } from '../../runtime/index.ts'
import { sampledRecord } from '../policies/sampled-record.ts'
import type { Choose } from './enumerate-choices.ts'
import type { Context, TabularPolicy, TabularReply } from './tabular-policy.ts'

/** Hears of a reply when it was drawn; `reply` is its position among those of the context. */
type Drawn = (request: ModelRequest, context: Context, reply: number) => void

/**
 * A model that replies by a table: what it replies, and whether it fails, are choices. A record's prompt is the position of the
 * context, its only token that of the reply.
 */
export const tabularClient = (policy: TabularPolicy, choose: Choose, drawn: Drawn = () => {}): ModelClient => ({
  description: 'table',
  complete: (request) => Promise.resolve(replyTo(policy, choose, drawn, request)),
})

function replyTo(policy: TabularPolicy, choose: Choose, drawn: Drawn, request: ModelRequest): ModelOutcome {
  const context = policy.contextOf(request)
  const { failing = 0 } = context.row
  if (failing > 0 && choose([1 - failing, failing]) === 1) return fails
  const taken = choose(context.probabilities)
  const reply = context.row.replies[taken]
  const probability = context.probabilities[taken]
  if (reply === undefined || probability === undefined) throw new RangeError('a choice is one of the options')
  drawn(request, context, taken)
  const sample = { tokens: [taken], logProbabilities: [Math.log(probability)], masks: null, truncated: false }
  const record = sampledRecord('table', 0, [context.position], 1, sample)
  return { kind: 'reply', reply: { ...contentOf(reply, request), usage, record } }
}

const fails: ModelOutcome = {
  kind: 'failure',
  code: 'bad_reply',
  message: 'The model fails.',
  transient: false,
  reachedModel: true,
  retryAfter: null,
}

const usage: ModelReply['usage'] = { promptTokens: 1, completionTokens: 1 }

function contentOf(reply: TabularReply, { output }: ModelRequest): Pick<ModelReply, 'content' | 'toolCalls' | 'finish'> {
  switch (reply.kind) {
    case 'says': {
      const isWrapped = output.kind === 'json' && output.wrapped
      return { content: isWrapped ? `{"value": ${reply.text}}` : reply.text, toolCalls: [], finish: 'stop' }
    }
    case 'asks': {
      const call = { id: 'call', name: reply.tool, arguments: JSON.stringify({ [reply.argument]: reply.value }) }
      return { content: '', toolCalls: [call], finish: 'tool_calls' }
    }
  }
}
