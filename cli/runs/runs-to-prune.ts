import type { RunState, RunSummary } from './run-summary.ts'

export interface PruneRules {
  /** Seconds. */
  readonly olderThan?: number
  readonly keep?: number
  readonly unfinished?: boolean
}

/**
 * Which runs to delete, of all in the order of when they were touched, the last first: those that every rule given says, but
 * none that is running, none that cannot be read, and unfinished ones, those that wait among them, only where they are asked for.
 */
export function runsToPrune(runs: readonly RunSummary[], rules: PruneRules, now: number): readonly RunSummary[] {
  const { olderThan, keep, unfinished = false } = rules
  const mayGo = runs.filter((run) => run.kind === 'run' && (isFinished(run.state) || (unfinished && run.state !== 'running')))
  return mayGo.filter((run, position) => {
    const isOld = olderThan === undefined || (run.kind === 'run' && now - run.touched > olderThan)
    const isBeyond = keep === undefined || position >= keep
    return isOld && isBeyond
  })
}

const isFinished = (state: RunState): boolean => state === 'succeeded' || state === 'failed'
