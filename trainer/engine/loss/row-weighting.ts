/**
 * How tokens are put together into one loss. With w_r the weight of row r, n_r its number of tokens and ℓ a token's loss:
 * - `row-mean`: Σ w_r · mean_t ℓ / Σ w_r. Each row counts by its weight, whatever its length.
 * - `row-sum`: Σ w_r · Σ_t ℓ / Σ w_r. The gradient of the probability of whole completions.
 * - `token-mean`: Σ w_r · Σ_t ℓ / Σ w_r n_r. Each token counts by the weight of its row.
 */
export type RowWeighting = 'row-mean' | 'row-sum' | 'token-mean'

/** The factor of a token's loss, for each row of a batch. All 0 where all weights are. */
export function tokenFactors(
  weighting: RowWeighting,
  weights: readonly number[],
  lengths: readonly number[],
): readonly number[] {
  const lengthOf = (row: number): number => lengths[row] ?? 0
  const total = weights.reduce((sum, weight, row) => sum + weight * (weighting === 'token-mean' ? lengthOf(row) : 1), 0)
  if (total === 0) return weights.map(() => 0)
  return weights.map((weight, row) => weight / total / (weighting === 'row-mean' ? lengthOf(row) : 1))
}
