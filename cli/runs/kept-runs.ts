import { reasonOf } from '../run/read-text-file.ts'
import { DEFAULT_RUNS_FOLDER, runIdsIn } from './run-place.ts'
import { summariseRun } from './run-summary.ts'
import type { RunSummary } from './run-summary.ts'

export type KeptRunsOfFolder =
  | { readonly kind: 'ok'; readonly folder: string; readonly runs: readonly RunSummary[] }
  | { readonly kind: 'error'; readonly message: string }

/** All runs of a folder, those touched last first; what cannot be read stands last. */
export function keptRuns(named: string | undefined): KeptRunsOfFolder {
  const folder = named ?? DEFAULT_RUNS_FOLDER
  try {
    const runs = runIdsIn(folder).map((id) => summariseRun(folder, id))
    return { kind: 'ok', folder, runs: runs.sort((left, right) => touchedOf(right) - touchedOf(left)) }
  } catch (error) {
    return { kind: 'error', message: `the folder ${folder} ${reasonOf(error)}` }
  }
}

const touchedOf = (run: RunSummary): number => (run.kind === 'run' ? run.touched : -1)
