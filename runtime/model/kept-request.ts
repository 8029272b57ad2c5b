import { isRecord } from '../values/record.ts'
import { isModelOutcome } from './replay/recording.ts'
import type { RetriedOutcome } from './retry.ts'

/** What a journal keeps of how a request ended. What a policy recorded for its own training is left out: it may be no JSON. */
export function keepRequest(ended: RetriedOutcome): RetriedOutcome {
  if (ended.outcome.kind !== 'reply' || ended.outcome.reply.record === undefined) return ended
  return { ...ended, outcome: { ...ended.outcome, reply: { ...ended.outcome.reply, record: undefined } } }
}

/** Reads what `keepRequest` gave from stored data; `null` for anything else. */
export function readRequest(stored: unknown): RetriedOutcome | null {
  if (!isRecord(stored)) return null
  const { outcome, attempts, requests } = stored
  if (typeof attempts !== 'number' || typeof requests !== 'number' || !isModelOutcome(outcome)) return null
  return { outcome, attempts, requests }
}
