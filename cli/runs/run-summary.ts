import { isInUse, openJournal } from '../../runtime/journal/index.ts'
import type { ExecutionSummary } from '../../runtime/journal/index.ts'
import { addUsage, noUsage } from '../../runtime/index.ts'
import type { RunOutcome, Usage } from '../../runtime/index.ts'
import { journalFile } from './run-place.ts'
import { readKeptRun } from './read-kept-run.ts'
import type { RunPlan } from './run-plan.ts'

/**
 * `failed`: all that it was to do has ended, and some of it failed. `waiting`: it is not finished, and a person has to answer before
 * all of it can be.
 */
export type RunState = 'succeeded' | 'failed' | 'waiting' | 'unfinished' | 'running'

/** What is kept of a run, in short. */
export type RunSummary =
  | {
      readonly kind: 'run'
      readonly id: string
      readonly state: RunState
      readonly plan: RunPlan
      readonly executions: readonly ExecutionSummary[]
      /** Seconds since the epoch, of the last thing that was written. */
      readonly touched: number
    }
  /** `message` says why it cannot be read. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly message: string }

/** Reads what is kept of a run, also while a process works on it. */
export function summariseRun(folder: string, id: string): RunSummary {
  const file = journalFile(folder, id)
  const opened = openJournal(file, { mode: 'read' })
  if (opened.kind === 'error') return { kind: 'unreadable', id, message: opened.problem.message }
  using journal = opened.journal
  // Before its rows: a run that ends in between is not taken for an unfinished one.
  const isRunning = isInUse(file)
  const read = readKeptRun(journal)
  if (read.kind === 'error') return { kind: 'unreadable', id, message: read.message }
  if (read.kept === null) return { kind: 'unreadable', id, message: `${file} holds no run: it was ended before it had begun` }
  const { plan, executions, begun } = read.kept
  const touched = Math.max(begun ?? 0, ...executions.map((execution) => execution.touched))
  return { kind: 'run', id, state: isRunning ? 'running' : stateOf(plan, executions), plan, executions, touched }
}

function stateOf({ runs }: RunPlan, executions: readonly ExecutionSummary[]): Exclude<RunState, 'running'> {
  const outcomes = endedOutcomes(executions)
  if (executions.some(({ awaited }) => awaited.length > 0)) return 'waiting'
  if (outcomes.length < runs.length) return 'unfinished'
  return outcomes.every((outcome) => outcome.kind === 'ok') ? 'succeeded' : 'failed'
}

export const endedOutcomes = (executions: readonly ExecutionSummary[]): readonly RunOutcome[] =>
  executions.flatMap(({ end }) => end?.outcome ?? [])

/** What all that has ended used. */
export const usageOf = (executions: readonly ExecutionSummary[]): Usage =>
  executions.flatMap(({ end }) => end?.usage ?? []).reduce(addUsage, noUsage)
