import type { Type, Value } from '../../compiler/index.ts'

/** One request to a model: one turn of one attempt of one agent call. */
export interface ModelRequest {
  /** The node instance that asks, such as `main/repeat[2]/review`. */
  readonly node: string
  readonly agent: AgentOfRequest
  readonly messages: readonly Message[]
  readonly output: RequestedOutput
  /** Tools that may be called in this turn; empty in the last turn. */
  readonly tools: readonly OfferedTool[]
  readonly sampling: Sampling
  /** Counts from 1: the first attempt and each repair. */
  readonly attempt: number
  /** Counts from 1 within the attempt. */
  readonly turn: number
}

/** What a policy conditions on besides the messages. */
export interface AgentOfRequest {
  readonly name: string
  readonly policy: string
  readonly role: string | null
  readonly inputs: readonly { readonly name: string; readonly type: Type; readonly value: Value }[]
  readonly result: Type
}

export interface Sampling {
  readonly temperature: number | null
  readonly topP: number | null
  readonly maximumTokens: number
  /** Derived from the run's seed, the node instance, the attempt and the turn: equal in every schedule. */
  readonly seed: number
}

export type RequestedOutput =
  | { readonly kind: 'text' }
  /** `wrapped`: the result is no record and travels as `{"value": …}`; the schema already says so. */
  | { readonly kind: 'json'; readonly schema: JsonSchema; readonly wrapped: boolean }

export type JsonSchema = { readonly [keyword: string]: unknown }

export type Message =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string }

export interface OfferedTool {
  readonly name: string
  readonly description: string
  readonly parameters: JsonSchema
}

export interface ToolCall {
  readonly id: string
  readonly name: string
  /** JSON text as the model wrote it; untrusted. */
  readonly arguments: string
}

export interface ModelReply {
  readonly content: string
  readonly toolCalls: readonly ToolCall[]
  readonly finish: 'stop' | 'length' | 'tool_calls' | 'refusal'
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number }
  /** What a trainable policy recorded of this reply; carried into the events as it is. */
  readonly record?: unknown
}

/** What a client answers. A failure is a value: exceptions mean a bug. */
export type ModelOutcome =
  | { readonly kind: 'reply'; readonly reply: ModelReply }
  | {
      readonly kind: 'failure'
      readonly code: 'rate_limited' | 'unavailable' | 'timeout' | 'connection' | 'bad_reply' | 'rejected' | 'context_overflow' | 'cancelled'
      readonly message: string
      /** Whether the same request may succeed later. */
      readonly transient: boolean
      /** Whether the model was asked: such a try counts as a request, not only as an attempt. */
      readonly reachedModel: boolean
      /** Seconds the server asked to wait. */
      readonly retryAfter: number | null
    }

/** A model behind a slot. The runtime retries transient failures; a client makes exactly one try. */
export interface ModelClient {
  /** How it is shown: `openai:qwen3@http://localhost:11434/v1`, never with a key. */
  readonly description: string
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome>
}
