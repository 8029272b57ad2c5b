/** The middle half of some measurements. */
export interface Summary {
  readonly samples: number
  readonly median: number
  readonly lowerQuartile: number
  readonly upperQuartile: number
}

/** Quartiles with linear interpolation between neighbours; of no measurements at all, `NaN`. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other)
  return {
    samples: sorted.length,
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  }
}

export const medianOf = (values: readonly number[]): number => summarize(values).median

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const lower = sorted[below] ?? Number.NaN
  const upper = sorted[below + 1] ?? lower
  return lower + (upper - lower) * (position - below)
}
