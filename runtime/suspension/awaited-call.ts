import type { Type, Value } from '../../compiler/index.ts'
import type { Answer } from './answer.ts'

/** What a person is asked: for the result of a call, or whether it may be made. */
export type Awaits = 'result' | 'approval'

/** What a tool asks of a person. */
export interface Question {
  readonly question: string
  readonly awaits: Awaits
}

/** A call of a tool that waits for a person. */
export interface AwaitedCall extends Question {
  /** The node instance of the call: the tool node, or `CALLER/NAME[i]` where a model makes it. */
  readonly node: string
  readonly tool: string
  readonly arguments: { readonly [name: string]: Value }
  /** The type of the call's result, which an answer to `awaits: 'result'` has to fit. */
  readonly result: Type
}

/** Answers a call while its run goes on; `null` leaves it waiting. A rejection is a bug. */
export type AnswerCall = (call: AwaitedCall, signal: AbortSignal) => Promise<Answer | null>
