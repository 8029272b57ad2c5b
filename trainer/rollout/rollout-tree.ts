import type { Diagnostic, Graph, Value } from '../../compiler/index.ts'
import type { RunExchanges } from '../../runtime/index.ts'
import type { ExecutionTrace } from '../credit/execution-trace.ts'
import type { CallRecord } from '../records/call-record.ts'
import type { Task } from '../tasks/task.ts'

/** One task with its designs and their executions. What was rolled out stays: failures are outcomes with a score. */
export interface RolloutTree {
  readonly task: Task
  readonly designs: readonly Design[]
}

/** One script for the task. */
export interface Design {
  /** From 1. */
  readonly design: number
  readonly text: string
  readonly compiled: CompiledDesign
  /** The designer's own rows; empty where the design was given. */
  readonly calls: readonly CallRecord[]
  /** Empty for a design that does not compile. */
  readonly executions: readonly Execution[]
}

export type CompiledDesign = { readonly kind: 'graph'; readonly graph: Graph } | RejectedDesign

/** A design that does not run. */
export interface RejectedDesign {
  readonly kind: 'rejected'
  readonly diagnostics: readonly Diagnostic[]
  /** The model requests that it could make, where it compiles and they are more than a design may make. */
  readonly mostCalls?: number
}

/** One run of a design with sampled executors. */
export interface Execution {
  /** From 1 within the design. */
  readonly execution: number
  readonly seed: number
  readonly outcome: ExecutionOutcome
  /** In [0, 1]; `null` where the task or the outcome cannot be scored. */
  readonly score: number | null
  /** Why there is none, where the scorer itself failed. */
  readonly scorerFailure?: string
  /** Model requests that it cost. */
  readonly requests: number
  /** What its replies cost, in the unit of the prices that are known; left out where none is. */
  readonly price?: number
  readonly calls: readonly CallRecord[]
  /** `null` where it was not recorded: every call then counts as having had influence. */
  readonly trace: ExecutionTrace | null
  /** What replays of it go by; `null` where it was not recorded. */
  readonly exchanges: RunExchanges | null
}

/** How a run ended, as the runtime says it. */
export type ExecutionOutcome =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly node: string; readonly code: string; readonly message: string }
  /** A budget ran out. */
  | { readonly kind: 'stopped'; readonly path: string; readonly reason: 'tokens' | 'seconds'; readonly message: string }
  | { readonly kind: 'cancelled' }
