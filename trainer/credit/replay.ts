import type { Value } from '../../compiler/index.ts'

/** What a replay does otherwise than the execution that it repeats. Calls are those of a `CreditExecution`, from 0. */
export type Intervention =
  /** One call is asked afresh, and with it whatever has another request because of it; all else is as it was. */
  | { readonly kind: 'resample'; readonly call: number }
  /** So many first calls are as they were, with all that had ended before the last of them did; all others are asked afresh. */
  | { readonly kind: 'continue'; readonly after: number }
  /**
   * Calls of these nodes (instances) are as they were, or asked afresh where they have another request because others are absent.
   * Every other call is absent: it gives its agent's default reply, and costs no request.
   */
  | { readonly kind: 'coalition'; readonly nodes: ReadonlySet<string> }

export interface Replay {
  /** The position of the execution in its group. */
  readonly execution: number
  readonly intervention: Intervention
  /** From 1; another number draws other replies. */
  readonly draw: number
}

/**
 * Runs an execution again with an intervention and gives what it is then worth: the reward, the cost of every request counted,
 * those that were not made again too. Without a score it is worth what the recorded execution is: it says nothing.
 */
export type ReplayReward = (replay: Replay) => Promise<number>

/** How much estimators replay. */
export interface ReplaySettings {
  /** `counterfactual`: replies drawn for each call beside its own. */
  readonly alternatives: number
  /** `shapley`: random orders of an execution's nodes, where it has more than six. */
  readonly permutations: number
  /** `vine`: replays from each cut. */
  readonly continuations: number
  /** `vine`: cuts of an execution at most, the first before its first call; calls after the last one share a difference. */
  readonly mostCuts: number
  /** `shapley`: what an absent call gives, by agent; for others, the empty value of their result type. */
  readonly defaultReplies: Readonly<Record<string, Value>>
}

export const defaultReplaySettings: ReplaySettings = {
  alternatives: 2,
  permutations: 4,
  continuations: 2,
  mostCuts: 8,
  defaultReplies: {},
}
