import type { LegalTokens } from '../engine/sampling/choose-token.ts'

/** Whether token ids are those that the model drew, were made again from its text, or are not known. */
export type Provenance = 'exact' | 'retokenized' | 'none'

/** Where a call stands in the rollouts of a run. */
export interface CallPlace {
  readonly run: string
  /** The training step, from 0. */
  readonly step: number
  /** The task's id. */
  readonly task: string
  /** From 1 within the task. */
  readonly design: number
  /** From 1 within the design; `null` for the designer's own call. */
  readonly execution: number | null
  /** The node instance, such as `main/repeat[2]/review`; `designer` for the designer's own call. */
  readonly node: string
  /** From 1: the first attempt and each repair, and the turns within one. */
  readonly attempt: number
  readonly turn: number
}

/** What a call was sampled with. */
export interface SamplingRecord {
  readonly temperature: number
  /** `null` where nothing is cut off. */
  readonly topP: number | null
  readonly maximumTokens: number
  readonly seed: number
}

/** One request to a policy: one line of the records, and one trainable row where `provenance` is `exact`. */
export interface CallRecord extends CallPlace {
  /** The agent that was called; `designer` for the designer. */
  readonly agent: string
  readonly policy: string
  /** Of the policy's weights when it was sampled. */
  readonly version: number
  readonly promptTokens: readonly number[]
  readonly tokens: readonly number[]
  /** Natural logarithms under the masks and the sampling parameters in force, one per token. */
  readonly logProbabilities: readonly number[]
  /** The legal tokens at each position, `null` where all were; `null` in place of the list where there was no mask. */
  readonly masks: readonly LegalTokens[] | null
  /** One per token; `null` until credit is assigned. */
  readonly advantages: readonly number[] | null
  readonly sampling: SamplingRecord
  /** Cut off at a limit of length. */
  readonly truncated: boolean
  readonly provenance: Provenance
}

/** A call's place as one text, for messages: `depth:3+4 / design 2 / execution 1 / main/draft`. */
export function callName(place: CallPlace): string {
  const execution = place.execution === null ? '' : ` / execution ${place.execution}`
  const again = place.attempt > 1 || place.turn > 1 ? ` (attempt ${place.attempt}, turn ${place.turn})` : ''
  return `${place.task} / design ${place.design}${execution} / ${place.node}${again}`
}

/** Whether every number that is computed for a call is finite. */
export const isFiniteRecord = ({ logProbabilities, advantages, sampling }: CallRecord): boolean =>
  [...logProbabilities, ...(advantages ?? []), sampling.temperature].every(Number.isFinite)
