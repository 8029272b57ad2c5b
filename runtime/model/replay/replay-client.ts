import { differenceText } from '../../values/difference-text.ts'
import { firstDifference } from '../../values/first-difference.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../model-client.ts'
import { exchangeKey, recordedRequest } from './recording.ts'
import type { Recording } from './recording.ts'

/**
 * Answers as a recorded run was answered, and asks no model. A request is found by its node instance, attempt and turn;
 * where it differs from the recorded one, the failure names the first difference. A recorded failure is final: the run that
 * was recorded has retried it already.
 */
export function createReplayClient(
  recording: Recording,
  options: { readonly file: string; readonly task: string | null },
): ModelClient {
  const { file, task } = options
  return {
    description: `replay:${file}`,
    complete: (request, signal) =>
      Promise.resolve(signal.aborted ? failure('cancelled', 'the request was cancelled') : answer(request)),
  }

  function answer(request: ModelRequest): ModelOutcome {
    const exchange = recording.exchanges.get(exchangeKey(task, request))
    if (exchange === undefined) return failure('rejected', `${file} does not hold ${requestText(request)}`)
    const difference = firstDifference(exchange.request, JSON.parse(JSON.stringify(recordedRequest(request))))
    if (difference !== null)
      return failure('rejected', `${requestText(request)} differs from the one in ${file}: ${differenceText(difference)}`)
    if (exchange.outcome === null) return failure('rejected', `${file} ends before the answer to ${requestText(request)}`)
    const { outcome } = exchange
    return outcome.kind === 'reply' ? outcome : { ...outcome, transient: false, retryAfter: null }
  }
}

const requestText = ({ node, attempt, turn }: ModelRequest): string => `the request of ${node} (attempt ${attempt}, turn ${turn})`

const failure = (code: 'rejected' | 'cancelled', message: string): ModelOutcome => ({
  kind: 'failure',
  code,
  message,
  transient: false,
  reachedModel: false,
  retryAfter: null,
})
