import type { Graph } from '../../compiler/index.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventRetention } from '../events/open-events.ts'
import type { RunEvent, RunOutcome } from '../events/run-event.ts'
import type { Usage } from '../events/usage.ts'
import type { JournalOfRun } from '../journal/journal.ts'
import type { ModelClient } from '../model/model-client.ts'
import type { RetryPolicy } from '../model/retry.ts'
import type { AnswerCall } from '../suspension/awaited-call.ts'
import type { ToolImplementation } from '../tools/tool-implementation.ts'

/** What a run needs. */
export interface RunOptions extends RunSettings {
  readonly graph: Graph
  /** By parameter name; an optional parameter may be left out. Checked against the parameters' types. */
  readonly inputs: { readonly [name: string]: unknown }
  /** Keeps what comes into the run, so that it goes on after the end of the process. See `openJournal`. */
  readonly journal?: JournalOfRun
}

/** What a run needs besides what runs. */
export interface RunSettings {
  /** Clients by the slot that agents name with `model`. */
  readonly models: ReadonlyMap<string, ModelClient>
  /** Implementations by a tool's `from`: `std:python`, `mcp:SERVER#NAME`, `host:NAME`. */
  readonly tools?: ReadonlyMap<string, ToolImplementation>
  /** Every sampling seed derives from it. */
  readonly seed: number
  readonly limits?: RunLimits
  /** How long its events are held, and who may read them; by default `kept`. */
  readonly events?: EventRetention
  /**
   * Answers calls that wait for a person while the run goes on. Where it is left out, or gives `null`, they go on waiting: a run
   * that can do nothing else ends as `suspended`, to be gone on with by its journal once `Journal.answer` was told; without a
   * journal it fails.
   */
  readonly answer?: AnswerCall
  /** Cancels the run. */
  readonly signal?: AbortSignal
  readonly clock?: Clock
}

export interface RunLimits {
  /** Model requests under way at the same time; at least 1. Default: 64. */
  readonly concurrentRequests?: number
  readonly retries?: RetryPolicy
}

export interface WorkflowRun {
  /** What happens, from the first event on; the setting `events` says when it may be read, and by how many. */
  readonly events: AsyncIterable<RunEvent>
  /** Never rejects for anything that a script, a model or a tool does; a rejection is a bug. */
  readonly result: Promise<RunResult>
}

export interface RunResult {
  readonly outcome: RunOutcome
  readonly usage: Usage
}
