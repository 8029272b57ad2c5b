import type { ModelOutcome, ModelRequest } from '../model-client.ts'

/** One try of one request and what came of it, as a line of a trace. */
export interface Exchange {
  readonly kind: 'exchange'
  /** The task that the run was for; `null` for a run of its own. */
  readonly task: string | null
  readonly slot: string
  readonly node: string
  readonly attempt: number
  readonly turn: number
  readonly request: RecordedRequest
  readonly outcome: ModelOutcome
}

/** What of a request makes the answer what it is. */
export type RecordedRequest = Pick<ModelRequest, 'messages' | 'output' | 'tools' | 'sampling'>

export function recordedRequest({ messages, output, tools, sampling }: ModelRequest): RecordedRequest {
  return { messages, output, tools, sampling }
}
