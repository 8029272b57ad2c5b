import type { Summary } from './measure/summarize.ts'

/** What one benchmark found. Its JSON form is described in docs/performance.md. */
export interface BenchResult {
  /** What was measured and how, in sentences. */
  readonly method: readonly string[]
  readonly rows: readonly Row[]
  /** What was left out, and what to do about it. */
  readonly skipped: readonly Skipped[]
  readonly goals: readonly Goal[]
}

/** One contestant. */
export interface Row extends Summary {
  readonly name: string
  /** `ms`, `MB`, `a second`, … */
  readonly unit: string
  /** Against the named row: the median of the ratios within a round; `null` for that row, or where nothing is compared. */
  readonly ratio: { readonly to: string; readonly value: number } | null
}

export interface Skipped {
  readonly name: string
  readonly reason: string
}

/** What the product promises, and what this run found. */
export interface Goal {
  readonly goal: string
  readonly found: string
  readonly reached: boolean
}

/** Why a benchmark could not run, and the remedy. */
export interface CannotRun {
  readonly cannotRun: string
}
