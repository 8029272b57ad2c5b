/** The servers that speak the chat completions protocol, as far as they differ in it. `plain` is any other. */
export const serverKinds = ['openai', 'vllm', 'sglang', 'llama.cpp', 'ollama', 'plain'] as const

export type ServerKind = (typeof serverKinds)[number]

/**
 * How a structured result is asked for. `json_schema` and `json_object` are values of `response_format`;
 * `structured_outputs` is vLLM's own field; with `json_object` and `prompt` the schema stands in the messages, and the
 * reply is held to it only when it is read.
 */
export const structuredModes = ['json_schema', 'structured_outputs', 'json_object', 'prompt'] as const

export type StructuredMode = (typeof structuredModes)[number]

export type TokenLimitField = 'max_tokens' | 'max_completion_tokens'

/** How a server is asked, and what is read of its answers. */
export interface ServerSettings {
  readonly kind: ServerKind
  readonly structured: StructuredMode
  readonly tokenLimit: TokenLimitField
  /** Whether the answer is asked for piece by piece. */
  readonly stream: boolean
  /** Whether `<think>…</think>` before an answer is its reasoning. Reasoning in a field of its own never is the answer. */
  readonly thinkTags: boolean
  /** Whether log-probabilities are asked for, and token ids of servers that tell them. */
  readonly logProbabilities: boolean
}

/** The settings of a kind of server where nothing else is said. */
export const settingsOf = (kind: ServerKind): ServerSettings => ({
  kind,
  structured: 'json_schema',
  tokenLimit: kind === 'openai' ? 'max_completion_tokens' : 'max_tokens',
  stream: false,
  thinkTags: kind !== 'openai',
  logProbabilities: false,
})

/** The field that takes a grammar in GBNF, where the server has one. */
export function grammarBody(kind: ServerKind, gbnf: string): { readonly [field: string]: unknown } | null {
  switch (kind) {
    case 'vllm':
      return { structured_outputs: { grammar: gbnf } }
    case 'sglang':
      return { ebnf: gbnf }
    case 'llama.cpp':
      return { grammar: gbnf }
    case 'openai':
    case 'ollama':
    case 'plain':
      return null
  }
}
