import { expect, test } from 'vitest'
import { executionOutcome } from '../../../trainer/rollout/index.ts'

test('a spent budget is kept by where it stood; anything else as it is', () => {
  const stopped = { kind: 'stopped', workflow: 'main', path: 'main/a', reason: 'tokens', message: 'spent' } as const
  expect(executionOutcome(stopped)).toEqual({ kind: 'stopped', path: 'main/a', reason: 'tokens', message: 'spent' })
  const ok = { kind: 'ok', value: 1 } as const
  expect(executionOutcome(ok)).toBe(ok)
})
