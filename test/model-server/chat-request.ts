/** The parts of a chat completion request that tests look at, as they came over the wire. */
export interface ChatRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly tools?: readonly {
    readonly type: 'function'
    readonly function: { readonly name: string; readonly parameters?: JsonSchema }
  }[]
  readonly response_format?: {
    readonly type: string
    readonly json_schema?: { readonly name: string; readonly schema: JsonSchema; readonly strict?: boolean }
  }
  readonly temperature?: number
  readonly top_p?: number
  readonly max_tokens?: number
  readonly max_completion_tokens?: number
  readonly seed?: number
  readonly stream?: boolean
  /** Fields that only some servers know. */
  readonly [field: string]: unknown
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly content: string | null
  readonly tool_calls?: readonly {
    readonly id: string
    readonly function: { readonly name: string; readonly arguments: string }
  }[]
  readonly tool_call_id?: string
}

export type JsonSchema = { readonly [keyword: string]: unknown }
