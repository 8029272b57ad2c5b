import type { Execution, ExecutionEnd } from '../journal/execution.ts'
import type { JournalProblem } from '../journal/journal-problem.ts'
import type { FailureCode } from '../values/failure.ts'
import type { RunResult } from './run-options.ts'

/** Writes how a run ended into its journal. A run that had ended before ends as it did then. */
export function keepEnd(execution: Execution, end: ExecutionEnd, workflow: string): RunResult {
  const { outcome, usage } = execution.end ?? end
  const problem = execution.end !== null || execution.commits === null ? null : execution.finish(end)
  if (problem === null) return { outcome, usage }
  return { outcome: { kind: 'failed', node: workflow, ...journalFailure(problem) }, usage }
}

/** A run that its journal cannot keep does not go on. */
export const journalFailure = ({
  kind,
  message,
}: JournalProblem): { readonly code: FailureCode; readonly message: string } => ({
  code: `journal_${kind}`,
  message: `${message}.`,
})
