import { complain } from '../complain.ts'
import type { ExitCode } from '../exit-code.ts'
import { interruptedEarly, interruptible } from '../run/interruption.ts'
import { outputProblems } from '../run/output-problems.ts'
import { executeKept } from '../runs/execute-kept.ts'
import type { KeptOptions } from '../runs/execute-kept.ts'
import { lookUpRun, runNamed, unknownRun } from '../runs/open-kept-run.ts'
import { restoreRuns } from '../runs/restore-runs.ts'
import { planDifference, runPlan } from '../runs/run-plan.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

export interface ResumeOptions extends KeptOptions {
  readonly runs?: string
}

/** Goes on with a run that is kept: script, inputs and bindings are those of its journal. */
export async function resumeCommand(id: string, options: ResumeOptions, terminal: Terminal): Promise<ExitCode> {
  const name = runNamed(id, options.runs)
  const known = lookUpRun(name)
  if (known.kind === 'error') return complain(terminal, known.message)
  if (known.plan === null) return complain(terminal, unknownRun(name))
  const unplaced = outputProblems(options, terminal.workingFolder)
  if (unplaced.length > 0) return complain(terminal, ...unplaced)
  const { plan } = known
  return interruptible(async (signal) => {
    const ready = await restoreRuns(plan, { terminal, registry: clientRegistry(), signal })
    if (ready.kind === 'error') return signal.aborted ? interruptedEarly(terminal) : complain(terminal, ...ready.problems)
    const difference = planDifference(plan, runPlan(ready.prepared))
    if (difference !== null) {
      await ready.prepared.close()
      return complain(terminal, `the run ${id} cannot go on: ${difference}`)
    }
    return executeKept(name, ready.prepared, plan, options, { terminal, signal })
  })
}
