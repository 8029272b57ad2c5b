import type { ModelClient, ModelOutcome, ModelReply, ModelRequest } from '../runtime/index.ts'
import { seededNumbers, seededValue } from './seeded-values.ts'

export interface SeededModelOptions {
  /** The share of requests that fail for good, from 0 to 1; 0 where it is left out. */
  readonly failureRate?: number
  /** How likely each part of a reply is at the edge of its type, from 0 to 1; 0.1 where it is left out. */
  readonly extremes?: number
}

/**
 * A model that answers every request with a value of the agent's declared type, decided by the node instance, the request and the
 * seed, at temperature 0 by the request and the seed alone: the same in every run and every schedule. It calls no tools.
 *
 * @example
 * const models = everySlot(graph, seededModel(7, { failureRate: 0.1 }))
 * const { outcome } = await runWorkflow({ graph, inputs, models, seed: 7 }).result
 */
export function seededModel(seed: number, { failureRate = 0, extremes = 0.1 }: SeededModelOptions = {}): ModelClient {
  const answer = ({ node, agent, attempt, turn, messages, output, sampling }: ModelRequest): ModelOutcome => {
    const random = seededNumbers(seed, sampling.temperature === 0 ? '' : node, attempt, turn, JSON.stringify(messages))
    if (random() < failureRate) return failure
    const value = seededValue(agent.result, random, extremes)
    if (output.kind !== 'json') return reply(String(value))
    return reply(JSON.stringify(output.wrapped ? { value } : value))
  }
  return { description: `seeded:${seed}`, complete: (request) => Promise.resolve(answer(request)) }
}

const failure: ModelOutcome = {
  kind: 'failure',
  code: 'rejected',
  message: 'a failure made up for a test',
  transient: false,
  reachedModel: true,
  retryAfter: null,
}

const usage: ModelReply['usage'] = { promptTokens: 1, completionTokens: 1 }

const reply = (content: string): ModelOutcome => ({
  kind: 'reply',
  reply: { content, toolCalls: [], finish: 'stop', usage },
})
