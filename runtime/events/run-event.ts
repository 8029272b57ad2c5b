import type { Node, NodeName, Value } from '../../compiler/index.ts'
import type { ModelOutcome, ModelRequest } from '../model/model-client.ts'
import type { Answer } from '../suspension/answer.ts'
import type { AwaitedCall } from '../suspension/awaited-call.ts'
import type { FailureCode } from '../values/failure.ts'
import type { Usage } from './usage.ts'

/** Something that happened in a run. Events hold contents (messages, values); whoever stores them decides what to keep. */
export type RunEvent = RunEventContent & {
  /** Counts from 1 without gaps. */
  readonly sequence: number
  /** Seconds since the epoch. */
  readonly time: number
  /** It follows from what a journal held when the run was gone on with; `time` is that of the journal. */
  readonly replayed?: true
}

/** `node` is always a node instance, such as `main/repeat[2]/review`. */
export type RunEventContent =
  | {
      readonly kind: 'run_started'
      readonly workflow: string
      readonly file: string
      readonly seed: number
      readonly inputs: { readonly [name: string]: Value }
    }
  | { readonly kind: 'node_started'; readonly node: string; readonly name: NodeName; readonly nodeKind: Node['kind'] }
  /** A region runs one of its blocks, by its position in `blocksOf`; loops and iterations once for each time. */
  | { readonly kind: 'block_started'; readonly node: string; readonly block: number }
  /** The vote over a `sample` of an optimised graph is certain: so many samples never run, which could make so many requests. */
  | { readonly kind: 'samples_skipped'; readonly node: string; readonly skipped: number; readonly requests: number }
  | { readonly kind: 'request_started'; readonly node: string; readonly slot: string; readonly request: ModelRequest }
  | {
      readonly kind: 'request_finished'
      readonly node: string
      readonly slot: string
      /** The attempt and turn of the request that this ends. */
      readonly attempt: number
      readonly turn: number
      /** Holds the reply with its usage and the policy's `record`. */
      readonly outcome: ModelOutcome
      /** Transport tries, and those that reached a model. */
      readonly attempts: number
      readonly requests: number
      /** The reply was cut off at `max_tokens`. */
      readonly truncated: boolean
    }
  | {
      readonly kind: 'tool_started'
      /** The tool node, or `CALLER/NAME[i]` for the i-th call that a model makes. */
      readonly node: string
      readonly tool: string
      readonly arguments: { readonly [name: string]: Value }
    }
  /** The call waits for a person. */
  | ({ readonly kind: 'tool_suspended' } & AwaitedCall)
  | { readonly kind: 'tool_answered'; readonly node: string; readonly tool: string; readonly answer: Answer }
  | { readonly kind: 'tool_finished'; readonly node: string; readonly tool: string; readonly outcome: ToolEnd }
  /** A model asked for a tool that it does not have, with arguments that do not fit, or once too often. */
  | { readonly kind: 'tool_refused'; readonly node: string; readonly tool: string; readonly message: string }
  | { readonly kind: 'node_finished'; readonly node: string; readonly outcome: NodeEnd }
  | { readonly kind: 'run_finished'; readonly outcome: RunOutcome; readonly usage: Usage }

export type ToolEnd =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string }
  | { readonly kind: 'aborted' }

/** `values` are the node's results in the graph's order. */
export type NodeEnd =
  | { readonly kind: 'ok'; readonly values: readonly Value[] }
  | ({ readonly kind: 'failed' } & NodeFailure)
  /** It left the enclosing loop. */
  | { readonly kind: 'stopped' }
  /** Its result was no longer of use. */
  | { readonly kind: 'aborted' }

export interface NodeFailure {
  /** The instance of the node that failed, which may stand inside the one that reports it. */
  readonly node: string
  readonly code: FailureCode
  readonly message: string
}

export type RunOutcome =
  | { readonly kind: 'ok'; readonly value: Value }
  | ({ readonly kind: 'failed' } & NodeFailure)
  /** A budget ran out: that of `workflow`, inlined at `path`. */
  | {
      readonly kind: 'stopped'
      readonly workflow: string
      readonly path: string
      readonly reason: 'tokens' | 'seconds'
      readonly message: string
    }
  | { readonly kind: 'cancelled' }
  /** It can do nothing more until a person answers; its journal goes on with it then. No end of the run: it is not kept. */
  | { readonly kind: 'suspended'; readonly awaited: readonly AwaitedCall[] }
