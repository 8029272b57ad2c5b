import type { LegalTokens } from './choose-token.ts'

/**
 * Says, before each token, which ones may follow what was generated so far (the prompt not included): a list of distinct
 * ids, `null` for all, or `'end'` for a sequence that is complete. It is called once per position, in order, so it may keep
 * its own state and look only at the newest token. A list that it returned must not be changed afterwards.
 */
export type TokenMask = (generated: readonly number[]) => LegalTokens | 'end'

/** One sequence to sample. */
export interface SampleRequest {
  /** At least one token. */
  readonly prompt: readonly number[]
  readonly maximumTokens: number
  /** Logits are divided by it; 0 takes the most probable token. */
  readonly temperature: number
  /** The token that ends a sequence, `null` where none does. It becomes the last token of the sample. */
  readonly stop: number | null
  readonly mask?: TokenMask
  /** Names this sequence's own random stream: the sample does not depend on what is sampled beside it. */
  readonly seed: number
}

/** A sampled sequence and the distribution that it was drawn from. */
export interface Sample {
  readonly tokens: readonly number[]
  /** Natural logarithms of the probabilities under the mask and the temperature in force; 0 at temperature 0. */
  readonly logProbabilities: readonly number[]
  /** The legal tokens at each position; `null` where the request had no mask. */
  readonly masks: readonly LegalTokens[] | null
  /** Cut short by `maximumTokens` or by the network's positions, not ended by the stop token or the mask. */
  readonly truncated: boolean
}
