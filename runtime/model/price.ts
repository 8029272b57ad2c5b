import type { ModelClient, ReplyUsage } from './model-client.ts'

/** What a million tokens cost, in whatever unit the person who wrote them counts. */
export interface Prices {
  readonly promptPerMillion: number
  readonly completionPerMillion: number
}

/** Wraps a client so that its replies tell what they cost. */
export const priced = (client: ModelClient, prices: Prices): ModelClient => ({
  ...client,
  async complete(request, signal, onText) {
    const outcome = await client.complete(request, signal, onText)
    if (outcome.kind === 'failure') return outcome
    const { usage } = outcome.reply
    return { ...outcome, reply: { ...outcome.reply, usage: { ...usage, cost: costOf(usage, prices) } } }
  },
})

const MILLION = 1_000_000

const costOf = ({ promptTokens, completionTokens }: ReplyUsage, { promptPerMillion, completionPerMillion }: Prices): number =>
  (promptTokens * promptPerMillion + completionTokens * completionPerMillion) / MILLION
