import type { OptimisedGraph } from '../../compiler/index.ts'
import { complain } from '../complain.ts'
import type { ExitCode } from '../exit-code.ts'
import { executeRuns } from '../run/execute-runs.ts'
import type { ShowOptions } from '../run/execute-runs.ts'
import type { PreparedRuns } from '../run/prepare-runs.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { shellWord } from '../text/shell-word.ts'
import { openKeptRun } from './open-kept-run.ts'
import type { RunName } from './open-kept-run.ts'
import { DEFAULT_RUNS_FOLDER } from './run-place.ts'
import type { RunPlan } from './run-plan.ts'

export interface KeptOptions extends ShowOptions {
  readonly survive?: 'process' | 'power-loss'
  /** What was made of the written graph, where it was optimised by this command. */
  readonly made?: OptimisedGraph | null
}

/** Makes the runs of a plan, new ones or those that its journal has begun, and keeps what comes in. */
export async function executeKept(
  name: RunName,
  prepared: PreparedRuns,
  plan: RunPlan,
  options: KeptOptions,
  context: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const { terminal, signal } = context
  const opened = openKeptRun(name, plan, {
    secrets: prepared.secrets,
    survives: options.survive === 'power-loss' ? 'power loss' : 'process',
  })
  if (opened.kind === 'error') {
    await prepared.close()
    return complain(terminal, opened.message)
  }
  using journal = opened.journal
  const { id, folder } = name
  const resume = `mas resume ${id}${folder === DEFAULT_RUNS_FOLDER ? '' : ` --runs ${shellWord(folder)}`}`
  return await executeRuns(prepared, { ...options, kept: { id, journal, resume }, made: options.made ?? null, signal }, terminal)
}
