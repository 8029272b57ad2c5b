import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { deleteRun } from '../runs/delete-run.ts'
import { keptRuns } from '../runs/kept-runs.ts'
import { runsToPrune } from '../runs/runs-to-prune.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'

export interface PruneOptions {
  /** In seconds. */
  readonly olderThan?: number
  readonly keep?: number
  readonly unfinished?: boolean
  readonly runs?: string
  readonly json?: boolean
}

/** Deletes finished runs that are old, or beyond a number. */
export function pruneRunsCommand(options: PruneOptions, terminal: Terminal): ExitCode {
  if (options.olderThan === undefined && options.keep === undefined) {
    return complain(terminal, 'say which runs to delete: --older-than 30d, or --keep 10, or both')
  }
  const found = keptRuns(options.runs)
  if (found.kind === 'error') return complain(terminal, found.message)
  const deleted: string[] = []
  const problems: string[] = []
  for (const { id } of runsToPrune(found.runs, options, Date.now() / 1000)) {
    const problem = deleteRun(found.folder, id)
    if (problem === null) deleted.push(id)
    else problems.push(problem)
  }
  if (options.json === true) terminal.out.write(`${JSON.stringify({ version: 1, deleted }, null, 2)}\n`)
  else {
    for (const id of deleted) terminal.out.write(`${id}\n`)
    terminal.err.write(`deleted ${countOf(deleted.length, 'run')}\n`)
  }
  return problems.length === 0 ? EXIT.ok : complain(terminal, ...problems)
}
