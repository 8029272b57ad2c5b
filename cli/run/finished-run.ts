import type { RunOutcome, Usage } from '../../runtime/index.ts'
import { awaitedJson } from '../json/awaited-json.ts'
import type { AwaitedJson } from '../json/awaited-json.ts'

/** How one run ended. */
export interface FinishedRun {
  readonly task: string | null
  readonly outcome: ShownOutcome
  readonly usage: Usage
  /** Node instances whose text was cut off at `max_tokens`. */
  readonly truncated: readonly string[]
}

/** An outcome as it is shown: a budget that was spent and a cancelled run are failures with codes of their own. */
export type ShownOutcome =
  | Extract<RunOutcome, { readonly kind: 'ok' }>
  | { readonly kind: 'failed'; readonly node: string; readonly code: string; readonly message: string }
  /** It goes on once a person has answered. */
  | { readonly kind: 'suspended'; readonly awaited: readonly AwaitedJson[] }

export function shownOutcome(outcome: RunOutcome, workflow: string): ShownOutcome {
  switch (outcome.kind) {
    case 'ok':
      return outcome
    case 'failed':
      return { kind: 'failed', node: outcome.node, code: outcome.code, message: outcome.message }
    case 'stopped':
      return { kind: 'failed', node: outcome.path, code: `budget_${outcome.reason}`, message: outcome.message }
    case 'suspended':
      return { kind: 'suspended', awaited: outcome.awaited.map(awaitedJson) }
    case 'cancelled':
      return cancelledOutcome(workflow)
  }
}

export const CANCELLED = 'cancelled'

export const cancelledOutcome = (workflow: string): ShownOutcome => ({
  kind: 'failed',
  node: workflow,
  code: CANCELLED,
  message: 'The run was interrupted.',
})
