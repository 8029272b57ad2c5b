import type { RunOutcome } from '../../runtime/index.ts'
import type { ExecutionOutcome } from './rollout-tree.ts'

/** How a run ended, as a rollout keeps it: of a spent budget, where it stood and what it was. */
export function executionOutcome(outcome: RunOutcome): ExecutionOutcome {
  if (outcome.kind !== 'stopped') return outcome
  const { path, reason, message } = outcome
  return { kind: 'stopped', path, reason, message }
}
