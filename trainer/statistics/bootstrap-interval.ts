import type { RandomStream } from '../random/random-stream.ts'
import type { Interval } from './interval.ts'
import { mean } from './mean.ts'
import { quantile } from './quantile.ts'

export interface BootstrapSettings {
  readonly random: RandomStream
  /** Default 2000. */
  readonly resamples?: number
  /** Share of resamples that the interval covers; default 0.95. */
  readonly confidence?: number
}

/**
 * The percentile bootstrap (Efron 1979): the statistic of resamples of the items with replacement, of the same size, and the
 * quantiles (1 ± confidence) / 2 of it. What is resampled is what is independent: seeds, or tasks, not the calls of one of them.
 * Not numbers for no items.
 */
export function bootstrapInterval<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  settings: BootstrapSettings,
): Interval {
  const { random, resamples = 2000, confidence = 0.95 } = settings
  if (items.length === 0) return { estimate: NaN, lower: NaN, upper: NaN }
  const found = Array.from({ length: resamples }, () => statistic(resample(items, random)))
  return {
    estimate: statistic(items),
    lower: quantile(found, (1 - confidence) / 2),
    upper: quantile(found, (1 + confidence) / 2),
  }
}

/** The bootstrap interval of a mean. */
export const meanInterval = (values: readonly number[], settings: BootstrapSettings): Interval =>
  bootstrapInterval(values, mean, settings)

/**
 * The bootstrap interval of the mean difference left − right of two arms that were measured on the same tasks (or with the same
 * seeds), in the same order: what the tasks share cancels. Throws a RangeError where the lengths differ.
 */
export function pairedInterval(left: readonly number[], right: readonly number[], settings: BootstrapSettings): Interval {
  if (left.length !== right.length) throw new RangeError(`${left.length} and ${right.length} values are no pairs`)
  return meanInterval(
    left.map((value, position) => value - (right[position] ?? NaN)),
    settings,
  )
}

function resample<Item>(items: readonly Item[], random: RandomStream): readonly Item[] {
  return items.map((item) => items[random.integer(items.length)] ?? item)
}
