import type { CreditedRow } from '../credit/index.ts'
import type { PolicyGradientRow } from '../engine/index.ts'

/** Credited rows as the engine trains on them. */
export function policyRows(rows: readonly CreditedRow[]): readonly PolicyGradientRow[] {
  return rows.map(({ record, weight }) => ({
    prompt: record.promptTokens,
    completion: record.tokens,
    masks: record.masks,
    temperature: record.sampling.temperature,
    logProbabilities: record.logProbabilities,
    advantages: record.advantages ?? record.tokens.map(() => 0),
    weight,
    version: record.version,
  }))
}

/**
 * The rows that move anything where the loss has no other term than the advantages. Rows without an advantage still count in the
 * mean: the others' advantages shrink by the share of weight that was left out, which is exact because the surrogate is linear in
 * them.
 */
export function movingRows(rows: readonly PolicyGradientRow[]): readonly PolicyGradientRow[] {
  const moves = (row: PolicyGradientRow): boolean => row.weight > 0 && row.advantages.some((advantage) => advantage !== 0)
  const moving = rows.filter(moves)
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const kept = moving.reduce((sum, row) => sum + row.weight, 0)
  const share = total === 0 ? 0 : kept / total
  return moving.map((row) => ({ ...row, advantages: row.advantages.map((advantage) => advantage * share) }))
}
