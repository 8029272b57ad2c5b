import type { ReplyUsage, Tries } from '../model/model-client.ts'

/** What the requests to the model of one slot used. */
export interface SlotUsage {
  /** Requests that reached a model, retried ones included. */
  readonly requests: number
  /** Transport tries of requests. */
  readonly attempts: number
  readonly prompt_tokens: number
  readonly completion_tokens: number
  /** In the unit of the configured prices; left out where no reply had a price. */
  readonly cost?: number
}

/** What a run used: the sum over its slots, and the rest. */
export interface Usage extends SlotUsage {
  /** Calls of tools, those that wait for a person or were declined among them; a call of an agent as a tool shows in its requests. */
  readonly tool_calls: number
  /** Requests that samples which no vote needed could have made at most; 0 where the graph was not optimised. */
  readonly saved_requests: number
  readonly seconds: number
  /** By slot, in the order in which they were first asked. */
  readonly slots: Readonly<Record<string, SlotUsage>>
}

/** What a slot has used so far. */
type Counted = { -readonly [measure in keyof SlotUsage]: SlotUsage[measure] }

const nothing: SlotUsage = { requests: 0, attempts: 0, prompt_tokens: 0, completion_tokens: 0 }

export const noUsage: Usage = { ...nothing, tool_calls: 0, saved_requests: 0, seconds: 0, slots: {} }

/** Adds up what a run uses. A call that is aborted counts what it had used until then. */
export class UsageMeter {
  readonly #slots = new Map<string, Counted>()
  #toolCalls = 0
  #savedRequests = 0

  countRequest(slot: string, { requests, attempts }: Tries): void {
    const counted = this.#of(slot)
    counted.requests += requests
    counted.attempts += attempts
  }

  countTokens(slot: string, { promptTokens, completionTokens, cost }: ReplyUsage): void {
    const counted = this.#of(slot)
    counted.prompt_tokens += promptTokens
    counted.completion_tokens += completionTokens
    if (cost !== undefined) counted.cost = (counted.cost ?? 0) + cost
  }

  countToolCall(): void {
    this.#toolCalls += 1
  }

  countSaved(requests: number): void {
    this.#savedRequests += requests
  }

  total(seconds: number): Usage {
    const sum = [...this.#slots.values()].reduce(addSlotUsage, nothing)
    const counted = { tool_calls: this.#toolCalls, saved_requests: this.#savedRequests }
    const slots = Object.fromEntries(Array.from(this.#slots, ([slot, used]) => [slot, { ...used }]))
    return { ...sum, ...counted, seconds, slots }
  }

  #of(slot: string): Counted {
    const known = this.#slots.get(slot)
    if (known !== undefined) return known
    const counted = { ...nothing }
    this.#slots.set(slot, counted)
    return counted
  }
}

/** The sum of two runs' usage. */
export function addUsage(left: Usage, right: Usage): Usage {
  const slots = new Map(Object.entries(left.slots))
  for (const [slot, used] of Object.entries(right.slots)) slots.set(slot, addSlotUsage(slots.get(slot) ?? nothing, used))
  return {
    ...addSlotUsage(left, right),
    tool_calls: left.tool_calls + right.tool_calls,
    saved_requests: left.saved_requests + right.saved_requests,
    seconds: left.seconds + right.seconds,
    slots: Object.fromEntries(slots),
  }
}

function addSlotUsage(left: SlotUsage, right: SlotUsage): SlotUsage {
  const sum = {
    requests: left.requests + right.requests,
    attempts: left.attempts + right.attempts,
    prompt_tokens: left.prompt_tokens + right.prompt_tokens,
    completion_tokens: left.completion_tokens + right.completion_tokens,
  }
  if (left.cost === undefined && right.cost === undefined) return sum
  return { ...sum, cost: (left.cost ?? 0) + (right.cost ?? 0) }
}
