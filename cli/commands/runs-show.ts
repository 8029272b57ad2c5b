import { existsSync } from 'node:fs'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { runDetailsJson } from '../json/runs-json.ts'
import { resumeCommandOf, runNamed, unknownRun } from '../runs/open-kept-run.ts'
import { journalFile, runIdProblem } from '../runs/run-place.ts'
import { showRunSummary } from '../runs/show-run-summary.ts'
import { summariseRun } from '../runs/run-summary.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { ListOptions } from './runs-list.ts'

/** Shows what is kept of one run. */
export function showRunCommand(id: string, options: ListOptions, terminal: Terminal): ExitCode {
  const name = runNamed(id, options.runs)
  const invalid = runIdProblem(id)
  if (invalid !== null) return complain(terminal, invalid)
  if (!existsSync(journalFile(name.folder, id))) return complain(terminal, unknownRun(name))
  const run = summariseRun(name.folder, id)
  if (run.kind === 'unreadable') return complain(terminal, run.message)
  if (options.json === true) terminal.out.write(`${JSON.stringify(runDetailsJson(run), null, 2)}\n`)
  else terminal.out.write(showRunSummary(run, resumeCommandOf(name), terminal.out))
  return EXIT.ok
}
