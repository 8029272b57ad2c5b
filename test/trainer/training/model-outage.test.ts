import { expect, test } from 'vitest'
import type { ModelOutcome, RunEvent } from '../../../runtime/index.ts'
import { outageIn } from '../../../trainer/training/model-outage.ts'

type Code = Extract<ModelOutcome, { kind: 'failure' }>['code']

const finished = (code: Code, attempts: number): RunEvent => ({
  kind: 'request_finished',
  sequence: 1,
  time: 0,
  node: 'main/draft',
  slot: 'default',
  attempt: 1,
  turn: 1,
  outcome: { kind: 'failure', code, message: 'HTTP 503', transient: true, reachedModel: false, retryAfter: null },
  attempts,
  requests: 0,
  truncated: false,
})

test.each<[Code, boolean]>([
  ['connection', true],
  ['unavailable', true],
  ['rate_limited', true],
  ['timeout', true],
  ['bad_reply', false],
  ['rejected', false],
  ['context_overflow', false],
  ['cancelled', false],
])('of a request that failed with %s, an outage: %s', (code, isOutage) => {
  expect(outageIn(finished(code, 4))?.message ?? null).toBe(
    isOutage ? `the model of slot default is away, after 4 tries (${code}): HTTP 503` : null,
  )
})

test('counts a single try', () => {
  expect(outageIn(finished('timeout', 1))?.message).toContain('after 1 try (timeout)')
})
