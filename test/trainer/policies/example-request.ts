import type { Type, Value } from '../../../compiler/index.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../../runtime/index.ts'
import { executorPolicy } from '../../../trainer/policies/executor-policy.ts'
import type { ExecutorPolicySettings } from '../../../trainer/policies/executor-policy.ts'
import { executorVocabulary } from '../../../trainer/policies/executor-vocabulary.ts'
import { isSampledRecord } from '../../../trainer/policies/sampled-record.ts'
import type { SampledRecord } from '../../../trainer/policies/sampled-record.ts'
import type { PolicyNetwork } from '../../../trainer/engine/index.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'

export const string: Type = { kind: 'string' }
export const verdict: Type = { kind: 'enum', name: 'Verdict', id: 'a.mas#Verdict', members: ['fast', 'fatal', 'real'] }

/** Digits, signs and the letters of `true`, `false` and the verdicts. */
export const vocabulary = executorVocabulary(['answer', 'judge'], '0123456789+-truefalsi')

export const tinyNetwork = async (positions = 24, seed = 3): Promise<PolicyNetwork> =>
  (await loadedEngine()).createNetwork(
    { vocabulary: vocabulary.table.symbols.length, width: 8, layers: 1, heads: 2, positions, feedForwardMultiple: 2 },
    seed,
  )

export const policyOf = (network: PolicyNetwork, changes: Partial<ExecutorPolicySettings> = {}): ModelClient =>
  executorPolicy({ name: 'executor', network, vocabulary, temperature: 1, perceive: (text) => text, ...changes })

interface RequestChanges {
  readonly result?: Type
  readonly role?: string | null
  readonly value?: Value
  readonly tools?: ModelRequest['tools']
  readonly sampling?: Partial<ModelRequest['sampling']>
}

/** One request of the agent `Answer`, as the runtime would make it. */
export function exampleRequest({ result = string, role = 'answer', value = '3+4', tools = [], sampling = {} }: RequestChanges = {}): ModelRequest {
  return {
    node: 'main/answer',
    agent: { name: 'Answer', policy: 'executor', role, inputs: [{ name: 'expression', type: string, value }], result },
    messages: [],
    output: result.kind === 'string' ? { kind: 'text' } : { kind: 'json', schema: {}, wrapped: true },
    tools,
    sampling: { temperature: null, topP: null, maximumTokens: 8, seed: 1, ...sampling },
    attempt: 1,
    turn: 1,
  }
}

export const ask = (client: ModelClient, request: ModelRequest): Promise<ModelOutcome> =>
  client.complete(request, new AbortController().signal)

/** The reply, with its record. Throws where there is none. */
export function replyOf(outcome: ModelOutcome): { readonly content: string; readonly finish: string; readonly record: SampledRecord } {
  if (outcome.kind !== 'reply') throw new Error(outcome.message)
  const { content, finish, record } = outcome.reply
  if (!isSampledRecord(record)) throw new Error('a reply of a policy has a record')
  return { content, finish, record }
}
