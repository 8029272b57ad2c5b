import type { RunOutcome } from '../../runtime/index.ts'
import type { ExecutionOutcome } from './rollout-tree.ts'

/** How a run ended, as a rollout keeps it: of a spent budget, where it stood and what it was. */
export function executionOutcome(outcome: RunOutcome): ExecutionOutcome {
  switch (outcome.kind) {
    case 'stopped':
      return { kind: 'stopped', path: outcome.path, reason: outcome.reason, message: outcome.message }
    case 'suspended':
      throw new Error('only a run with a journal is suspended, and a rollout has none')
    case 'ok':
    case 'failed':
    case 'cancelled':
      return outcome
  }
}
