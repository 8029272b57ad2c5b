import type { ModelClient, ModelOutcome } from '../model-client.ts'
import { recordedRequest } from './exchange.ts'
import type { Exchange } from './exchange.ts'

/**
 * The same client, which also hands on every exchange. A cancelled one is none: nothing was answered. What a policy
 * recorded for its training is left to the run's events.
 */
export function recordExchanges(
  client: ModelClient,
  labels: { readonly task: string | null; readonly slot: string },
  record: (exchange: Exchange) => void,
): ModelClient {
  return {
    description: client.description,
    async complete(request, signal) {
      const outcome = await client.complete(request, signal)
      if (outcome.kind === 'reply' || outcome.code !== 'cancelled') {
        const { node, attempt, turn } = request
        record({ kind: 'exchange', ...labels, node, attempt, turn, request: recordedRequest(request), outcome: withoutRecord(outcome) })
      }
      return outcome
    },
  }
}

function withoutRecord(outcome: ModelOutcome): ModelOutcome {
  if (outcome.kind === 'failure') return outcome
  const { content, toolCalls, finish, usage } = outcome.reply
  return { kind: 'reply', reply: { content, toolCalls, finish, usage } }
}
