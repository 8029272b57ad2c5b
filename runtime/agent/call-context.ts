import type { Value } from '../../compiler/index.ts'
import type { RunEventContent } from '../events/run-event.ts'
import type { UsageMeter } from '../events/usage.ts'
import type { Intake } from '../journal/intake.ts'
import type { ModelOutcome, ModelRequest } from '../model/model-client.ts'
import type { AnswerEnd } from '../suspension/answer.ts'
import type { AwaitedCall } from '../suspension/awaited-call.ts'
import type { ToolImplementation } from '../tools/tool-implementation.ts'
import type { Failure } from '../values/failure.ts'
import type { Definitions } from './definitions.ts'

/** What calls of agents and tools need of the run that they belong to. */
export interface CallContext {
  readonly definitions: Definitions
  readonly seed: number
  readonly intake: Intake
  /** By a tool's `from`. */
  readonly tools: ReadonlyMap<string, ToolImplementation>
  readonly usage: UsageMeter
  readonly emit: (event: RunEventContent) => void
  /** Asks a person about a call that waits. */
  readonly ask: (call: AwaitedCall, signal: AbortSignal) => Promise<AnswerEnd>
  /** Sends a request to the model behind a slot, on account of the budgets given. */
  readonly requestModel: (
    slot: string,
    request: ModelRequest,
    budgets: readonly Spending[],
    signal: AbortSignal,
  ) => Promise<ModelOutcome>
}

/** A budget that a call is on account of. */
export interface Spending {
  /** Whether there is something left. */
  hasLeft(): boolean
  /** The same; where there is not, the run is stopped. */
  permits(): boolean
  spend(completionTokens: number): void
}

export type CallOutcome =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The caller's signal was aborted. */
  | { readonly kind: 'aborted' }
