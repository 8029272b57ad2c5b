import type { TokenObjective } from './completion-loss.ts'

/** Cross-entropy: the weighted negative log-probability of the tokens to imitate. `factors` has one entry per row. */
export function supervisedObjective(factors: readonly number[]): TokenObjective {
  return ({ row, logProbability }) => {
    const factor = factors[row] ?? 0
    return { loss: -factor * logProbability, perLogProbability: -factor, perEntropy: 0 }
  }
}
