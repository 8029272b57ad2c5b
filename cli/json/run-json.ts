import type { Usage } from '../../runtime/index.ts'
import type { FinishedRun, ShownOutcome } from '../run/finished-run.ts'

/** What `mas run --json` prints, version 1. An attempt is a transport try of a request. */
export interface RunJson {
  readonly version: 1
  readonly seed: number
  readonly results: readonly { readonly id?: string; readonly outcome: ShownOutcome; readonly usage: Usage }[]
}

export function runJson(runs: readonly FinishedRun[], seed: number): RunJson {
  return {
    version: 1,
    seed,
    results: runs.map(({ task, outcome, usage }) => ({ ...(task === null ? {} : { id: task }), outcome, usage })),
  }
}
