import { shownOutcome } from '../run/finished-run.ts'
import type { ShownOutcome } from '../run/finished-run.ts'
import { awaitedJson } from './awaited-json.ts'
import type { AwaitedJson } from './awaited-json.ts'
import { graphOf } from '../runs/read-run-plan.ts'
import { endedOutcomes, usageOf } from '../runs/run-summary.ts'
import type { RunState, RunSummary } from '../runs/run-summary.ts'
import type { Usage } from '../../runtime/index.ts'

/** A run in what `mas runs --json` prints, version 1. Times are in seconds since the epoch. */
export type RunEntryJson =
  | {
      readonly id: string
      readonly state: RunState
      readonly file: string
      readonly workflow: string
      readonly seed: number
      readonly models: Readonly<Record<string, string>>
      readonly tasks: { readonly planned: number; readonly finished: number; readonly failed: number; readonly waiting: number }
      /** Calls that have ended, of models and tools. */
      readonly calls: number
      readonly touched: number
      /** Of all that has ended. */
      readonly usage: Usage
    }
  | { readonly id: string; readonly state: 'unreadable'; readonly message: string }

export interface RunsJson {
  readonly version: 1
  readonly runs: readonly RunEntryJson[]
}

export const runsJson = (runs: readonly RunSummary[]): RunsJson => ({ version: 1, runs: runs.map(runEntryJson) })

/** What `mas runs show --json` prints, version 1. */
export interface RunDetailsJson {
  readonly version: 1
  readonly run: RunEntryJson
  readonly results: readonly {
    readonly id?: string
    readonly inputs: Readonly<Record<string, unknown>>
    readonly started: number
    readonly calls: number
    /** Absent where it has not ended. */
    readonly outcome?: ShownOutcome
    /** Calls that wait for a person, where there are any. */
    readonly awaited?: readonly AwaitedJson[]
    readonly usage?: Usage
  }[]
}

export const runDetailsJson = (run: RunSummary): RunDetailsJson => ({
  version: 1,
  run: runEntryJson(run),
  results:
    run.kind === 'unreadable'
      ? []
      : run.executions.map(({ task, header, started, calls, end, awaited }) => ({
          ...(task === null ? {} : { id: task }),
          inputs: header.inputs,
          started,
          calls,
          ...(end === null ? {} : { outcome: shownOutcome(end.outcome, header.workflow), usage: end.usage }),
          ...(awaited.length === 0 ? {} : { awaited: awaited.map(awaitedJson) }),
        })),
})

function runEntryJson(run: RunSummary): RunEntryJson {
  if (run.kind === 'unreadable') return { id: run.id, state: 'unreadable', message: run.message }
  const { id, state, plan, executions, touched } = run
  const outcomes = endedOutcomes(executions)
  return {
    id,
    state,
    file: graphOf(plan.header).file,
    workflow: plan.header.workflow,
    seed: plan.header.seed,
    models: plan.header.models,
    tasks: {
      planned: plan.runs.length,
      finished: outcomes.length,
      failed: outcomes.filter((outcome) => outcome.kind !== 'ok').length,
      waiting: executions.filter(({ awaited }) => awaited.length > 0).length,
    },
    calls: executions.reduce((sum, { calls }) => sum + calls, 0),
    touched,
    usage: usageOf(executions),
  }
}
