import { recordedRequest } from '../replay/recording.ts'
import type { ModelClient } from '../model-client.ts'
import type { ResponseCache } from './response-cache.ts'

/** `nothing`: what a run used now. `as_asked`: what it would have used without the cache, for results that must not depend on it. */
export type CachedCount = 'nothing' | 'as_asked'

/**
 * Wraps a client so that what was asked before is answered from a cache: no try, no request, no tokens, unless it counts as asked. Only
 * whole answers are kept; one that was cut off at its token limit is an answer too.
 */
export const cached = (client: ModelClient, cache: ResponseCache, settings: unknown, count: CachedCount = 'nothing'): ModelClient => ({
  ...client,
  async complete(request, signal, onText) {
    const key = { model: client.description, settings, request: recordedRequest(request) }
    const known = cache.find(key)
    if (known !== null && count === 'as_asked') return { kind: 'reply', reply: known }
    if (known !== null) {
      const usage = { promptTokens: 0, completionTokens: 0, ...(known.usage.cost === undefined ? {} : { cost: 0 }) }
      return { kind: 'reply', reply: { ...known, usage }, tries: { attempts: 0, requests: 0 } }
    }
    const outcome = await client.complete(request, signal, onText)
    if (outcome.kind === 'failure') return outcome
    const problem = cache.keep(key, outcome.reply)
    if (problem === null) return outcome
    const notes = [...(outcome.reply.notes ?? []), `the reply was not kept in the cache: ${problem}`]
    return { ...outcome, reply: { ...outcome.reply, notes } }
  },
})
