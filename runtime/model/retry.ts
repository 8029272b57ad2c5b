import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { stableHash } from '../values/stable-hash.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from './model-client.ts'
import { triesOf } from './tries.ts'

/** How often a transient failure is tried again, and how long to wait in between. Delays are in seconds. */
export interface RetryPolicy {
  /** Rounds of one request in all; 1 never retries. A round is one try, and more where a client has servers that stand in. */
  readonly attempts: number
  readonly firstDelay: number
  /** Each delay is so many times the one before. */
  readonly factor: number
  /** A server that asks for a longer wait is not tried again. */
  readonly longestDelay: number
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 4, firstDelay: 0.5, factor: 2, longestDelay: 30 }

export interface RetriedOutcome {
  readonly outcome: ModelOutcome
  /** Tries made. */
  readonly attempts: number
  /** Tries that reached a model. */
  readonly requests: number
}

/** Makes a request, again after transient failures. It ends early, with the last failure, when the signal is aborted. */
export async function completeWithRetries(
  client: Pick<ModelClient, 'complete'>,
  request: ModelRequest,
  policy: RetryPolicy,
  clock: Clock,
  signal: AbortSignal,
): Promise<RetriedOutcome> {
  let attempts = 0
  let requests = 0
  for (let round = 1; ; round += 1) {
    const outcome = await client.complete(request, signal)
    const tries = triesOf(outcome)
    attempts += tries.attempts
    requests += tries.requests
    const delay = delayBeforeNext(outcome, request, round, policy)
    if (delay === null || signal.aborted) return { outcome, attempts, requests }
    await sleep(clock, delay, signal)
    if (signal.aborted) return { outcome, attempts, requests }
  }
}

/** Seconds to wait after so many rounds, or `null` where there is no next one. */
function delayBeforeNext(outcome: ModelOutcome, request: ModelRequest, round: number, policy: RetryPolicy): number | null {
  if (outcome.kind === 'reply' || !outcome.transient || round >= policy.attempts) return null
  const full = Math.min(policy.longestDelay, policy.firstDelay * policy.factor ** (round - 1))
  // Half of the delay is random, so that calls that failed together do not come back together; the seed makes it repeatable.
  const jittered = full * (0.5 + stableHash('retry', request.sampling.seed, round) / 2 ** 32)
  if (outcome.retryAfter === null) return jittered
  return outcome.retryAfter > policy.longestDelay ? null : Math.max(outcome.retryAfter, jittered)
}
