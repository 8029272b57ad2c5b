import type { ModelOutcome, Tries } from './model-client.ts'

/** The tries behind an outcome: one, where the client says nothing else. */
export function triesOf(outcome: ModelOutcome): Tries {
  if (outcome.tries !== undefined) return outcome.tries
  return { attempts: 1, requests: outcome.kind === 'reply' || outcome.reachedModel ? 1 : 0 }
}

export const addTries = (left: Tries, right: Tries): Tries => ({
  attempts: left.attempts + right.attempts,
  requests: left.requests + right.requests,
})

/** The outcome, with the tries that went before it. */
export const afterTries = (before: Tries, outcome: ModelOutcome): ModelOutcome =>
  before.attempts === 0 ? outcome : { ...outcome, tries: addTries(before, triesOf(outcome)) }
