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
  /** A text of a language: the same grammar in the dialects that servers take. Not every client can hold a model to it. */
  | { readonly kind: 'grammar'; readonly gbnf: string }

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
  /** What the model answered, without its reasoning. */
  readonly content: string
  readonly toolCalls: readonly ToolCall[]
  readonly finish: 'stop' | 'length' | 'tool_calls' | 'refusal'
  readonly usage: ReplyUsage
  /** What the model thought before it answered: for traces only, never part of a result or of a later message. */
  readonly reasoning?: string
  /** The reply in the model's own tokens, where it was asked for and the server tells it. */
  readonly tokens?: ReplyTokens
  /** What a person should know of how the answer came about: a setting that was left out, a server that stood in. */
  readonly notes?: readonly string[]
  /** What a trainable policy recorded of this reply; carried into the events as it is. */
  readonly record?: unknown
}

export interface ReplyUsage {
  readonly promptTokens: number
  readonly completionTokens: number
  /** What the request cost, in the unit of the prices in the configuration; left out where no price is known. */
  readonly cost?: number
}

/** Each list has one entry per completion token, `promptIds` one per prompt token; what a server does not tell is `null`. */
export interface ReplyTokens {
  readonly ids: readonly number[] | null
  readonly promptIds: readonly number[] | null
  /** Natural logarithms of the probabilities that the tokens were sampled with. */
  readonly logProbabilities: readonly number[] | null
}

/** What a client did that was more than one try: it left out a setting, or went on to another server. */
export interface Tries {
  /** Transport tries. */
  readonly attempts: number
  /** Those of them that reached a model. */
  readonly requests: number
}

/** What a client answers. A failure is a value: exceptions mean a bug. */
export type ModelOutcome =
  | { readonly kind: 'reply'; readonly reply: ModelReply; readonly tries?: Tries }
  | {
      readonly kind: 'failure'
      readonly tries?: Tries
      readonly code: 'rate_limited' | 'unavailable' | 'timeout' | 'connection' | 'bad_reply' | 'rejected' | 'context_overflow' | 'cancelled'
      readonly message: string
      /** Whether the same request may succeed later. */
      readonly transient: boolean
      /** Whether the model was asked: such a try counts as a request, not only as an attempt. */
      readonly reachedModel: boolean
      /** Seconds the server asked to wait. */
      readonly retryAfter: number | null
    }

/** A model behind a slot. The runtime retries transient failures; a client makes one try, or tells of more in `tries`. */
export interface ModelClient {
  /** How it is shown: `openai:qwen3@http://localhost:11434/v1`, never with a key. */
  readonly description: string
  /** Whether it holds a model to a grammar where a request has one. */
  readonly takesGrammar?: boolean
  /** `onText` hears the answer's text piece by piece where the client streams it; of a try that fails too. */
  complete(request: ModelRequest, signal: AbortSignal, onText?: (text: string) => void): Promise<ModelOutcome>
}
