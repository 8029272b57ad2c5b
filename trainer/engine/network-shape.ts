/** The sizes of a decoder-only transformer. */
export interface NetworkShape {
  /** Number of token ids; ids run from 0. */
  readonly vocabulary: number
  /** Width of the residual stream. */
  readonly width: number
  readonly layers: number
  /** Attention heads; the width is a multiple of them. */
  readonly heads: number
  /** Longest sequence, prompt and completion together. */
  readonly positions: number
  /** Hidden width of the feed-forward block, in multiples of the width. */
  readonly feedForwardMultiple: number
  /**
   * How many tokens before its own each position sees in its embedding, as a short causal convolution does: with 3, one layer
   * of attention can follow a text that is being copied. Default 0: the plain transformer.
   */
  readonly lookback?: number
  /**
   * A token at which positions count from 0 again. With the mark between prompt and completion, a text and its copy have the same
   * positions, so that following one while writing the other is a fixed offset. Left out: positions count from the first token.
   */
  readonly restart?: number
}

/** Rows of the embedding: one table of tokens for each distance from 0 to `lookback`, then one row per position. */
export function embeddingRows({ vocabulary, positions, lookback = 0 }: NetworkShape): number {
  return vocabulary * (1 + lookback) + positions
}

/** Added to the mean square under the root in RMS normalisation. */
export const normalisationEpsilon = 1e-6

const sizes = ['vocabulary', 'width', 'layers', 'heads', 'positions', 'feedForwardMultiple'] as const

/** Whether two shapes are equal in every size. */
export function isSameShape(one: NetworkShape, other: NetworkShape): boolean {
  return sizes.every((size) => one[size] === other[size]) && (one.lookback ?? 0) === (other.lookback ?? 0) && one.restart === other.restart
}

/** Everything wrong with a shape, one sentence each; empty for a usable one. */
export function shapeProblems(shape: NetworkShape): readonly string[] {
  const problems: string[] = []
  for (const name of sizes) {
    const value: unknown = shape[name]
    const whole = Number.isInteger(value) && typeof value === 'number' && value >= 1 && value <= 65_536
    if (!whole) problems.push(`${name} must be an integer from 1 to 65536, not ${String(value)}`)
  }
  const lookback: unknown = shape.lookback ?? 0
  if (!(Number.isInteger(lookback) && typeof lookback === 'number' && lookback >= 0 && lookback <= 16)) {
    problems.push(`lookback must be an integer from 0 to 16, not ${String(lookback)}`)
  }
  const restart: unknown = shape.restart ?? 0
  if (!(Number.isInteger(restart) && typeof restart === 'number' && restart >= 0 && restart < shape.vocabulary)) {
    problems.push(`restart must be a token of the vocabulary, not ${String(restart)}`)
  }
  if (problems.length === 0 && shape.width % shape.heads !== 0) {
    problems.push(`width (${shape.width}) must be a multiple of heads (${shape.heads})`)
  }
  return problems
}
