import type { Value } from '../../compiler/index.ts'
import type { Question } from '../suspension/awaited-call.ts'

/** What a tool does. A failure is a value; an exception is taken for one too, with its message. */
export interface ToolImplementation {
  /** What does it, for people and for a journal, which a run with another one is refused. Never with a key. */
  readonly description?: string
  call(inputs: { readonly [name: string]: Value }, context: ToolContext): Promise<ToolOutcome>
}

export interface ToolContext {
  /** The node instance that calls. */
  readonly node: string
  /** Depends on the run's seed and the node alone: the same in each run with that seed. */
  readonly seed: number
  /** Aborted when the result is no longer of use. */
  readonly signal: AbortSignal
  /** How many times a person has approved this call, after it asked for that; left out, none. */
  readonly approvals?: number
}

export type ToolOutcome =
  /** The value is foreign data until it has been validated against the tool's declared result. */
  | { readonly kind: 'ok'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string }
  /**
   * A person has to answer, now or days later. Where the result is awaited, the answer is the result; where approval is, the tool
   * is called once more when it was given, with one more of `approvals`.
   */
  | ({ readonly kind: 'suspended' } & Question)
