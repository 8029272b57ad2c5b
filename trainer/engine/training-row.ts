import type { LegalTokens } from './sampling/choose-token.ts'
import type { TokenRow } from './token-block.ts'

/** A completion under the masks and the temperature of its distribution, one entry of `masks` per completion token. */
export interface CompletionRow extends TokenRow {
  /** `null` where every token was legal everywhere. */
  readonly masks: readonly LegalTokens[] | null
  /** Above 0. */
  readonly temperature: number
}

/** A completion to imitate. */
export interface SupervisedRow extends TokenRow {
  /** Legal tokens per completion token; without it, all. */
  readonly masks?: readonly LegalTokens[] | null
  /** How much the row counts beside the others; default 1. */
  readonly weight?: number
}

/** A sampled completion with what its tokens were worth. */
export interface PolicyGradientRow extends CompletionRow {
  /** As recorded when sampling: under these masks and this temperature. */
  readonly logProbabilities: readonly number[]
  /** One per completion token. */
  readonly advantages: readonly number[]
  /** How much the row counts beside the others. */
  readonly weight: number
  /** The network's version when it was sampled. */
  readonly version: number
  /** Of the same tokens under a reference network, same masks and temperature; needed for a penalty on leaving it. */
  readonly referenceLogProbabilities?: readonly number[] | null
}
