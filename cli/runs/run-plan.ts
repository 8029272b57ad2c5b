import type { Value } from '../../compiler/index.ts'
import { executionHeader, headerDifference } from '../../runtime/journal/index.ts'
import type { ExecutionHeader } from '../../runtime/journal/index.ts'
import type { RunLimits } from '../../runtime/configuration/index.ts'
import type { BindingSources, PreparedRuns } from '../run/prepare-runs.ts'
import { retryPolicyOf } from '../run/retry-policy-of.ts'
import type { PlannedRun } from '../run/task-inputs.ts'

/** What a journal keeps of the command that began it: all that is needed to make its runs again, except keys. */
export interface RunPlan {
  /** The header that the runs share; `inputs` are those of the only run, or those of each task. */
  readonly header: ExecutionHeader
  readonly isForTasks: boolean
  readonly runs: readonly PlannedRun[]
  readonly sources: BindingSources
  readonly limits: RunLimits
  /** By slot: what tells a replayed trace from another one of the same name. */
  readonly recordings: Readonly<Record<string, string>>
}

export function runPlan({ graph, runs, models, tools, seed, limits, isForTasks, sources }: PreparedRuns): RunPlan {
  const inputs: Readonly<Record<string, Value>> = isForTasks
    ? Object.fromEntries(runs.map((run) => [run.task ?? '', run.inputs]))
    : (runs[0]?.inputs ?? {})
  return {
    header: executionHeader({ graph, inputs, seed, models, tools, retries: retryPolicyOf(limits) }),
    isForTasks,
    runs,
    sources,
    limits,
    recordings: Object.fromEntries([...models].flatMap(([slot, { recordingHash }]) => (recordingHash === null ? [] : [[slot, recordingHash]]))),
  }
}

/** In words, where what is to be run differs from what a journal keeps; `null` where it is the same. */
export function planDifference(kept: RunPlan, given: RunPlan): string | null {
  if (kept.isForTasks !== given.isForTasks) return kept.isForTasks ? 'it was begun with --tasks' : 'it was begun without --tasks'
  const difference = headerDifference(kept.header, given.header)
  if (difference !== null) return difference
  const changed = Object.entries(kept.recordings).find(([slot, hash]) => given.recordings[slot] !== hash)?.[0]
  return changed === undefined ? null : `the trace behind the model slot "${changed}" (${kept.header.models[changed] ?? ''}) is another one now`
}
