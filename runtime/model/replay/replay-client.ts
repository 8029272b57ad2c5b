import type { ModelClient, ModelOutcome, ModelRequest } from '../model-client.ts'
import { recordedRequest } from './exchange.ts'
import { firstDifference } from './first-difference.ts'
import type { Difference } from './first-difference.ts'
import { exchangeKey } from './recording.ts'
import type { Recording } from './recording.ts'

/**
 * Answers as a recorded run was answered, and asks no model. A request is found by its node instance, attempt and turn, its
 * tries in the order in which they were made; where it differs from the recorded one, the failure names the first difference.
 */
export function createReplayClient(recording: Recording, options: { readonly file: string; readonly task: string | null }): ModelClient {
  const { file, task } = options
  const tries = new Map<string, number>()
  return {
    description: `replay:${file}`,
    complete(request, signal) {
      if (signal.aborted) return Promise.resolve(failure('cancelled', 'the request was cancelled'))
      const key = exchangeKey(task, request)
      const done = tries.get(key) ?? 0
      tries.set(key, done + 1)
      const exchanges = recording.exchanges.get(key) ?? []
      const exchange = exchanges[done]
      if (exchange === undefined) {
        const what = exchanges.length === 0 ? 'holds no answer to' : `holds ${exchanges.length} answers, and no more, to`
        return Promise.resolve(failure('rejected', `${file} ${what} ${requestText(request)}`))
      }
      const difference = firstDifference(exchange.request, JSON.parse(JSON.stringify(recordedRequest(request))))
      if (difference !== null) {
        return Promise.resolve(failure('rejected', `${requestText(request)} differs from the one in ${file}: ${differenceText(difference)}`))
      }
      return Promise.resolve(withoutWaiting(exchange.outcome))
    },
  }
}

/** Nobody is spared by waiting for a server that is not asked. */
function withoutWaiting(outcome: ModelOutcome): ModelOutcome {
  return outcome.kind === 'failure' ? { ...outcome, retryAfter: outcome.transient ? 0 : null } : outcome
}

const requestText = ({ node, attempt, turn }: ModelRequest): string => `the request of ${node} (attempt ${attempt}, turn ${turn})`

const LONGEST_VALUE = 80

function differenceText({ path, left, right }: Difference): string {
  if (typeof left === 'string' && typeof right === 'string') {
    const at = [...left].findIndex((character, index) => character !== [...right][index])
    const from = Math.max(0, (at < 0 ? [...left].length : at) - 20)
    const part = (text: string): string => valueText((from > 0 ? '…' : '') + [...text].slice(from).join(''))
    return `${path} was ${part(left)}, and is ${part(right)}`
  }
  return `${path} was ${valueText(left)}, and is ${valueText(right)}`
}

function valueText(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

const failure = (code: 'rejected' | 'cancelled', message: string): ModelOutcome => ({
  kind: 'failure', code, message, transient: false, reachedModel: false, retryAfter: null,
})
