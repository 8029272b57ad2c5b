import type { NetworkShape } from './network-shape.ts'
import { TrainingFault } from './training-fault.ts'
import { weightLayout } from './weight-layout.ts'

/** Throws, naming the matrices, where a weight is not a finite number. */
export function guardWeights(shape: NetworkShape, weights: Float32Array): void {
  guardVector(shape, weights, 'not-finite-weight', 'Weights are no longer numbers')
}

/** Throws, naming the matrices, where a slope is not a finite number. */
export function guardGradient(shape: NetworkShape, gradient: Float64Array): void {
  guardVector(shape, gradient, 'not-finite-gradient', 'The gradient is not a number')
}

/** Throws, naming the rows, where a row's loss is not a finite number. */
export function guardLosses(losses: readonly number[]): void {
  const rows = losses.flatMap((loss, row) => (Number.isFinite(loss) ? [] : [row]))
  if (rows.length > 0) throw new TrainingFault('not-finite-loss', 'The loss is not a number', rows)
}

/** Throws, naming the rows, where a computed log-probability is not a finite number. */
export function guardEvaluation(logProbabilities: readonly (readonly number[])[]): void {
  const rows = logProbabilities.flatMap((row, index) => (row.every((value) => Number.isFinite(value)) ? [] : [index]))
  if (rows.length > 0) throw new TrainingFault('not-finite-logits', 'The network computes logits that are no numbers', rows)
}

/**
 * Throws, naming the rows, where a recorded log-probability differs from its recomputation by more than `tolerance`: the
 * tokens, the mask, the temperature or the version are not the ones that the row was sampled with.
 */
export function guardLogProbabilities(
  recorded: readonly (readonly number[])[],
  recomputed: readonly (readonly number[])[],
  tolerance: number,
): void {
  const differences = recorded.map((row, index) => largestDifference(row, recomputed[index] ?? []))
  guardDifferences(differences, tolerance)
}

/** The same, from the largest difference of each row. */
export function guardDifferences(differences: readonly number[], tolerance: number): void {
  const rows = differences.flatMap((difference, row) => (difference <= tolerance ? [] : [row]))
  if (rows.length === 0) return
  const largest = Math.max(...rows.map((row) => differences[row] ?? Number.NaN))
  const message = `Recorded log-probabilities differ from a recomputation by up to ${largest}, more than ${tolerance}`
  throw new TrainingFault('log-probability-mismatch', message, rows)
}

function largestDifference(recorded: readonly number[], recomputed: readonly number[]): number {
  if (recorded.length !== recomputed.length) return Number.POSITIVE_INFINITY
  return recorded.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (recomputed[index] ?? NaN))), 0)
}

function guardVector(
  shape: NetworkShape,
  vector: Float32Array | Float64Array,
  kind: 'not-finite-weight' | 'not-finite-gradient',
  message: string,
): void {
  if (vector.every((value) => Number.isFinite(value))) return
  const matrices = weightLayout(shape)
    .filter(({ offset, size }) => !vector.subarray(offset, offset + size).every((value) => Number.isFinite(value)))
    .map(({ name }) => name)
  throw new TrainingFault(kind, `${message}: ${matrices.join(', ')}`)
}
