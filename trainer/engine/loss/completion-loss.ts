import type { LegalTokens } from '../sampling/choose-token.ts'
import type { LogitsLoss } from '../tensor-pass.ts'
import type { TokenBlock } from '../token-block.ts'
import type { CompletionRow } from '../training-row.ts'
import type { TokenDistribution } from './token-distribution.ts'
import { emptyDistribution, fillDistribution, logProbabilityOf } from './token-distribution.ts'

/** A completion token as the network sees it now. */
export interface TokenOutlook {
  readonly row: number
  /** Position in the completion. */
  readonly position: number
  readonly logProbability: number
  readonly entropy: number
  /** How many tokens were legal; with one, there was no choice. */
  readonly choices: number
  /** No legal token is more probable. */
  readonly isMode: boolean
}

/** What a token costs, and how the cost grows with its log-probability and with the entropy of its distribution. */
export interface TokenLoss {
  readonly loss: number
  readonly perLogProbability: number
  readonly perEntropy: number
}

/** A loss that is a sum over completion tokens. */
export type TokenObjective = (outlook: TokenOutlook) => TokenLoss

/**
 * The loss of a block of logits and its slope, for an objective over completion tokens. With p the distribution over the
 * legal tokens at temperature τ, a the token and H the entropy, `∂log p_a / ∂z_j = ([j = a] − p_j) / τ` and
 * `∂H / ∂z_j = −p_j (log p_j + H) / τ`; the logits of illegal tokens and of padding have slope 0.
 */
export function completionLoss(
  rows: readonly CompletionRow[],
  block: TokenBlock,
  vocabulary: number,
  logits: Float32Array,
  objective: TokenObjective,
): LogitsLoss {
  const slope = new Float32Array(logits.length)
  let total = 0
  forEachToken(rows, block, vocabulary, logits, (token) => {
    const { loss, perLogProbability, perEntropy } = objective(token.outlook)
    total += loss
    addSlope(slope, token, perLogProbability, perEntropy)
  })
  return { loss: total, slope }
}

/** Visits the outlook on every completion token of a block. */
export function forEachOutlook(
  rows: readonly CompletionRow[],
  block: TokenBlock,
  vocabulary: number,
  logits: Float32Array,
  visit: (outlook: TokenOutlook) => void,
): void {
  forEachToken(rows, block, vocabulary, logits, (token) => visit(token.outlook))
}

interface VisitedToken {
  readonly outlook: TokenOutlook
  readonly distribution: TokenDistribution
  readonly legal: LegalTokens
  readonly temperature: number
  readonly token: number
  /** Where the position's logits start. */
  readonly at: number
}

function forEachToken(
  rows: readonly CompletionRow[],
  block: TokenBlock,
  vocabulary: number,
  logits: Float32Array,
  visit: (token: VisitedToken) => void,
): void {
  const distribution = emptyDistribution(vocabulary)
  block.rows.forEach((row, index) => {
    const record = rows[row]
    if (record === undefined) return
    const { completion, masks, temperature } = record
    const first = index * block.predictions
    completion.forEach((token, position) => {
      const at = (first + position) * vocabulary
      const legal = masks?.[position] ?? null
      fillDistribution(distribution, logits, at, legal, temperature)
      const logProbability = logProbabilityOf(distribution, logits, at, token, temperature)
      const { count: choices, entropy } = distribution
      const isMode = isHighest(logits, at, legal, token, vocabulary)
      const outlook = { row, position, logProbability, entropy, choices, isMode }
      visit({ outlook, distribution, legal, temperature, token, at })
    })
  })
}

function addSlope(slope: Float32Array, visited: VisitedToken, perLogProbability: number, perEntropy: number): void {
  const { distribution, legal, temperature, token, at } = visited
  const { probabilities, count, entropy } = distribution
  for (let index = 0; index < count; index += 1) {
    const id = legal === null ? index : (legal[index] as number)
    const probability = probabilities[index] as number
    const chosen = id === token ? 1 : 0
    // A probability that underflows to 0 has p · log p = 0.
    const towardsEntropy = probability > 0 ? -probability * (Math.log(probability) + entropy) : 0
    slope[at + id] = (perLogProbability * (chosen - probability) + perEntropy * towardsEntropy) / temperature
  }
}

function isHighest(logits: Float32Array, at: number, legal: LegalTokens, token: number, vocabulary: number): boolean {
  const own = logits[at + token] as number
  const count = legal === null ? vocabulary : legal.length
  for (let index = 0; index < count; index += 1) {
    if ((logits[at + (legal === null ? index : (legal[index] as number))] as number) > own) return false
  }
  return true
}
