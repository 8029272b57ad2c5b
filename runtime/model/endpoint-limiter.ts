import type { Clock } from '../clock/clock.ts'
import { Permits } from '../clock/permits.ts'
import { sleep } from '../clock/sleep.ts'
import { MinuteWindow } from './minute-window.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from './model-client.ts'
import { withdrawn } from './withdrawn.ts'

/** What one server may be asked for; `null` is no limit. */
export interface EndpointLimits {
  /** Requests at the same time. */
  readonly concurrency: number | null
  /** Within any 60 seconds. */
  readonly requestsPerMinute: number | null
  /** Prompt and completion tokens within any 60 seconds. */
  readonly tokensPerMinute: number | null
}

/**
 * Wraps the clients of one server so that all of them together keep its limits. Requests wait in the order they came. The
 * tokens of a request are estimated before it (a token per four characters, and the most it may answer), and counted as the
 * server tells them after it.
 */
export function limitEndpoint(limits: EndpointLimits, clock: Clock): (client: ModelClient) => ModelClient {
  const permits = limits.concurrency === null ? null : new Permits(limits.concurrency)
  const requests = limits.requestsPerMinute === null ? null : new MinuteWindow(limits.requestsPerMinute)
  const tokens = limits.tokensPerMinute === null ? null : new MinuteWindow(limits.tokensPerMinute)
  const turn = new Permits(1)
  /** Aborted, and made anew, when a request turns out to have used less than was estimated. */
  let settled = new AbortController()

  /** One request at a time waits for the windows: those behind it may not overtake. */
  const pass = async (estimate: number, signal: AbortSignal): Promise<((actual: number) => void) | null> => {
    if (requests === null && tokens === null) return () => undefined
    if (!(await turn.acquire(signal))) return null
    try {
      for (;;) {
        if (signal.aborted) return null
        const now = clock.now()
        const seconds = Math.max(requests?.wait(1, now) ?? 0, tokens?.wait(estimate, now) ?? 0)
        if (seconds <= 0) {
          requests?.spend(1, now)
          return tokens?.spend(estimate, now) ?? (() => undefined)
        }
        await sleep(clock, seconds, AbortSignal.any([signal, settled.signal]))
      }
    } finally {
      turn.release()
    }
  }

  return (client) => ({
    ...client,
    async complete(request, signal, onText) {
      if (permits !== null && !(await permits.acquire(signal))) return withdrawn
      try {
        const settle = await pass(estimatedTokens(request), signal)
        if (settle === null) return withdrawn
        const outcome = await client.complete(request, signal, onText)
        settle(tokensOf(outcome))
        settled.abort()
        settled = new AbortController()
        return outcome
      } finally {
        permits?.release()
      }
    },
  })
}

const CHARACTERS_PER_TOKEN = 4

function estimatedTokens({ messages, sampling }: ModelRequest): number {
  const characters = messages.reduce((sum, message) => sum + message.content.length, 0)
  return Math.ceil(characters / CHARACTERS_PER_TOKEN) + sampling.maximumTokens
}

function tokensOf(outcome: ModelOutcome): number {
  return outcome.kind === 'reply' ? outcome.reply.usage.promptTokens + outcome.reply.usage.completionTokens : 0
}
