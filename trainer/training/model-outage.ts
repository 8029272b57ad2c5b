import type { RunEvent } from '../../runtime/index.ts'

/**
 * The server of a model was away, and stayed away through all tries: what was rolled out without it would be learned from as if it
 * were the policies' doing. A training run stops with it, in the state before the step; one that is resumed takes the step again.
 */
export class ModelOutage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ModelOutage'
  }
}

/** What an event says of an outage; `null` where it says nothing of one. */
export function outageIn(event: RunEvent): ModelOutage | null {
  if (event.kind !== 'request_finished' || event.outcome.kind !== 'failure') return null
  const { code, message } = event.outcome
  switch (code) {
    case 'connection':
    case 'unavailable':
    case 'rate_limited':
    case 'timeout': {
      const tries = event.attempts === 1 ? '1 try' : `${event.attempts} tries`
      return new ModelOutage(`the model of slot ${event.slot} is away, after ${tries} (${code}): ${message}`)
    }
    case 'bad_reply':
    case 'rejected':
    case 'context_overflow':
    case 'cancelled':
      return null
  }
}
