import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { runsJson } from '../json/runs-json.ts'
import { keptRuns } from '../runs/kept-runs.ts'
import { runLine } from '../runs/show-run-summary.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { showTable } from '../text/show-table.ts'

export interface ListOptions {
  readonly runs?: string
  readonly json?: boolean
}

/** Lists the runs that are kept. */
export function listRunsCommand(options: ListOptions, terminal: Terminal): ExitCode {
  const found = keptRuns(options.runs)
  if (found.kind === 'error') return complain(terminal, found.message)
  if (options.json === true) terminal.out.write(`${JSON.stringify(runsJson(found.runs), null, 2)}\n`)
  else if (found.runs.length === 0)
    terminal.err.write(`no runs are kept in ${found.folder}: "mas run FILE --run-id ID" begins one\n`)
  else terminal.out.write(showTable([['run', 'state', 'tasks', 'calls', 'touched'], ...found.runs.map(runLine)]))
  const unreadable = found.runs.flatMap((run) => (run.kind === 'unreadable' ? [run.message] : []))
  if (options.json !== true && unreadable.length > 0) complain(terminal, ...unreadable)
  return EXIT.ok
}
