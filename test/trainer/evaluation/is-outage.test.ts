import { expect, test } from 'vitest'
import { noUsage } from '../../../runtime/index.ts'
import { isOutage } from '../../../trainer/evaluation/index.ts'

test.each([
  ['model_connection', true],
  ['model_unavailable', true],
  ['model_rate_limited', true],
  ['model_timeout', true],
  ['model_rejected', false],
  ['model_context_overflow', false],
  ['timeout', false],
  ['invalid_reply', false],
])('%s: %s', (code, expected) => {
  const outcome = { kind: 'failed', node: 'main/a', code, message: '' } as const
  expect(isOutage({ script: 'a', task: 't', repeat: 1, outcome, score: 0, usage: noUsage })).toBe(expected)
})
