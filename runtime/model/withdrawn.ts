import type { ModelOutcome } from './model-client.ts'

/** The outcome of a request that nobody waits for any more, and that was not sent. */
export const withdrawn: Extract<ModelOutcome, { kind: 'failure' }> = {
  kind: 'failure',
  code: 'cancelled',
  message: 'The request is no longer of use.',
  transient: false,
  reachedModel: false,
  retryAfter: null,
  tries: { attempts: 0, requests: 0 },
}
