import type { ExecutionSummary, Journal } from '../../runtime/journal/index.ts'
import { graphProblem, readRunPlan } from './read-run-plan.ts'
import type { RunPlan } from './run-plan.ts'

/** What a journal holds of its runs. */
export interface RunContent {
  readonly plan: RunPlan
  readonly executions: readonly ExecutionSummary[]
  /** When a process worked on it first, in seconds since the epoch; `null` where none has. */
  readonly begun: number | null
}

export type ReadKeptRun =
  /** `kept` is `null` where the run was ended before it had begun. */
  { readonly kind: 'ok'; readonly kept: RunContent | null } | { readonly kind: 'error'; readonly message: string }

/** Reads the plan of a journal and the runs that were begun by it, or says what is wrong with them. */
export function readKeptRun(journal: Journal): ReadKeptRun {
  const read = readRunPlan(journal)
  if (read.kind === 'error') return read
  const { plan } = read
  if (plan === null) return { kind: 'ok', kept: null }
  const executions = journal.executions()
  if (executions.kind === 'error') return { kind: 'error', message: executions.problem.message }
  const begun = journal.begun()
  if (begun.kind === 'error') return { kind: 'error', message: begun.problem.message }
  // Most have the very graph of the plan: a script that was laid out anew has it in another text.
  const others = executions.value.filter(({ header }) => header.graph !== plan.header.graph)
  const problem = others.map(({ header }) => graphProblem(header)).find((one) => one !== null) ?? null
  return problem === null
    ? { kind: 'ok', kept: { plan, executions: executions.value, begun: begun.value } }
    : { kind: 'error', message: `${journal.file} is damaged: ${problem}` }
}
