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
}

/** Added to the mean square under the root in RMS normalisation. */
export const normalisationEpsilon = 1e-6

/** Everything wrong with a shape, one sentence each; empty for a usable one. */
export function shapeProblems(shape: NetworkShape): readonly string[] {
  const problems: string[] = []
  const counts = ['vocabulary', 'width', 'layers', 'heads', 'positions', 'feedForwardMultiple'] as const
  for (const name of counts) {
    const value: unknown = shape[name]
    const whole = Number.isInteger(value) && typeof value === 'number' && value >= 1 && value <= 65_536
    if (!whole) problems.push(`${name} must be an integer from 1 to 65536, not ${String(value)}`)
  }
  if (problems.length === 0 && shape.width % shape.heads !== 0) {
    problems.push(`width (${shape.width}) must be a multiple of heads (${shape.heads})`)
  }
  return problems
}
