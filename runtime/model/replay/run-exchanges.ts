import type { RunEvent } from '../../events/run-event.ts'
import type { ModelOutcome, ModelRequest } from '../model-client.ts'
import { exchangeKey } from './recording.ts'

/** What a run asked of models and what came of it, by `exchangePlace`, in the order in which the requests ended. */
export type RunExchanges = ReadonlyMap<string, RunExchange>

export interface RunExchange {
  readonly request: ModelRequest
  /** With all tries, so that whoever gives it again counts the same. `null` where the run no longer wanted an answer. */
  readonly outcome: ModelOutcome | null
  /** Tries that reached a model. */
  readonly requests: number
}

/** What finds an exchange of a run again. */
export const exchangePlace = (request: Pick<ModelRequest, 'node' | 'attempt' | 'turn'>): string => exchangeKey(null, request)

/** The exchanges of a run, from its events. */
export function runExchanges(events: readonly RunEvent[]): RunExchanges {
  const started = new Map<string, ModelRequest>()
  const exchanges = new Map<string, RunExchange>()
  for (const event of events) {
    if (event.kind === 'request_started') started.set(exchangePlace(event.request), event.request)
    if (event.kind !== 'request_finished') continue
    const place = exchangePlace(event)
    const request = started.get(place)
    if (request === undefined) continue
    const { outcome, attempts, requests } = event
    const isAnswer = outcome.kind === 'reply' || outcome.code !== 'cancelled'
    exchanges.set(place, { request, outcome: isAnswer ? { ...outcome, tries: { attempts, requests } } : null, requests })
  }
  return exchanges
}
