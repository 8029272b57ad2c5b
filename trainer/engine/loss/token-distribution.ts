import type { LegalTokens } from '../sampling/choose-token.ts'

/** `softmax(logits / temperature)` over the legal tokens of one position. Reused from position to position. */
export interface TokenDistribution {
  /** Probabilities, in the order of the mask, or of the ids where there is none. */
  readonly probabilities: Float64Array
  /** How many tokens are legal. */
  count: number
  /** `log Σ exp(logit / temperature)` over the legal tokens. */
  logNormaliser: number
  /** In nats. */
  entropy: number
}

/** Room for one distribution. */
export function emptyDistribution(vocabulary: number): TokenDistribution {
  return { probabilities: new Float64Array(vocabulary), count: 0, logNormaliser: 0, entropy: 0 }
}

/** Computes the distribution of the position whose logits start at `at`. */
export function fillDistribution(
  distribution: TokenDistribution,
  logits: Float32Array,
  at: number,
  legal: LegalTokens,
  temperature: number,
): void {
  const { probabilities } = distribution
  const count = legal === null ? probabilities.length : legal.length
  let highest = -Infinity
  for (let index = 0; index < count; index += 1) {
    const scaled = (logits[at + (legal === null ? index : (legal[index] as number))] as number) / temperature
    probabilities[index] = scaled
    if (scaled > highest) highest = scaled
  }
  let total = 0
  // Σ p · (scaled − highest), from which the entropy follows without logarithms of the single probabilities.
  let weighted = 0
  for (let index = 0; index < count; index += 1) {
    const distance = (probabilities[index] as number) - highest
    const weight = Math.exp(distance)
    probabilities[index] = weight
    total += weight
    if (weight > 0) weighted += weight * distance
  }
  for (let index = 0; index < count; index += 1) probabilities[index] = (probabilities[index] as number) / total
  distribution.count = count
  distribution.logNormaliser = highest + Math.log(total)
  distribution.entropy = Math.log(total) - weighted / total
}

/** Natural logarithm of the probability of a legal token. */
export function logProbabilityOf(
  distribution: TokenDistribution,
  logits: Float32Array,
  at: number,
  token: number,
  temperature: number,
): number {
  return (logits[at + token] as number) / temperature - distribution.logNormaliser
}
