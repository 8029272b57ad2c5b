import { expect, test } from 'vitest'
import { failureCounts, failureText } from '../../../trainer/rollout/index.ts'
import type { ExecutionOutcome } from '../../../trainer/rollout/index.ts'

const failed = (code: string): ExecutionOutcome => ({ kind: 'failed', node: 'main/a', code, message: '' })

test('failures are counted by code, the most frequent first', () => {
  const outcomes: readonly ExecutionOutcome[] = [
    { kind: 'ok', value: 1 },
    failed('timeout'),
    { kind: 'stopped', path: 'main', reason: 'tokens', message: '' },
    failed('model_bad_reply'),
    { kind: 'cancelled' },
    failed('model_bad_reply'),
  ]
  const counts = failureCounts(outcomes)
  expect(failureText(counts)).toBe('model_bad_reply: 2, budget_tokens: 1, cancelled: 1, timeout: 1')
  expect(counts).toEqual({ model_bad_reply: 2, budget_tokens: 1, cancelled: 1, timeout: 1 })
  expect(failureText(failureCounts([{ kind: 'ok', value: 1 }]))).toBe('')
})
