/** What a run used. */
export interface Usage {
  /** Requests that reached a model, retried ones included. */
  readonly requests: number
  /** Transport tries of requests. */
  readonly attempts: number
  /** Tools executed; a call of an agent as a tool shows in its requests. */
  readonly tool_calls: number
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly seconds: number
}

/** Adds up what a run uses. A call that is aborted counts what it had used until then. */
export class UsageMeter {
  #requests = 0
  #attempts = 0
  #toolCalls = 0
  #promptTokens = 0
  #completionTokens = 0

  countRequest(tries: { readonly requests: number; readonly attempts: number }): void {
    this.#requests += tries.requests
    this.#attempts += tries.attempts
  }

  countTokens(tokens: { readonly promptTokens: number; readonly completionTokens: number }): void {
    this.#promptTokens += tokens.promptTokens
    this.#completionTokens += tokens.completionTokens
  }

  countToolCall(): void {
    this.#toolCalls += 1
  }

  total(seconds: number): Usage {
    return {
      requests: this.#requests,
      attempts: this.#attempts,
      tool_calls: this.#toolCalls,
      prompt_tokens: this.#promptTokens,
      completion_tokens: this.#completionTokens,
      seconds,
    }
  }
}
