import { mean, standardDeviation } from '../statistics/mean.ts'

/**
 * How values of one group are compared:
 * - `mean`: x − μ. Unbiased up to the factor 1 − 1/n (Dr. GRPO, arXiv 2503.20783).
 * - `mean_and_deviation`: (x − μ) / (σ + 10⁻⁶), σ = √(Σ (x − μ)² / n) (GRPO, arXiv 2402.03300; public implementations divide by
 *   n − 1 instead, which differs by a constant factor per group size). Biased: of rewards 0 and 1 in their scale alone, which then depends
 *   on how often the task is solved; of other rewards in direction too.
 */
export type Normalisation = 'mean' | 'mean_and_deviation'

export const normalisations: readonly Normalisation[] = ['mean', 'mean_and_deviation']

/** Keeps tiny differences from being blown up to the size of real ones. */
const smallestDeviation = 1e-6

/** The values relative to their group. All exactly 0 where they are equal: rounding is no signal. */
export function normalise(values: readonly number[], normalisation: Normalisation): readonly number[] {
  if (isConstant(values)) return values.map(() => 0)
  const centre = mean(values)
  const scale = normalisation === 'mean' ? 1 : standardDeviation(values) + smallestDeviation
  return values.map((value) => (value - centre) / scale)
}

/** Whether a group holds nothing to compare: its values are all the same. */
export const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0])
