import type { Row } from '../result.ts'
import type { Times } from './interleave.ts'
import { medianOf, summarize } from './summarize.ts'

/** A row for each contestant, in milliseconds, compared with the one that is named where it took part. */
export function rowsOf(times: Times, reference: string): readonly Row[] {
  const against = times.get(reference)
  return [...times].map(([name, values]) => ({
    name,
    unit: 'ms',
    ...summarize(values),
    ratio: against === undefined || name === reference ? null : { to: reference, value: ratioOf(values, against) },
  }))
}

/** Within a round both met the same machine, so their ratio is steadier than either of them. */
export const ratioOf = (values: readonly number[], against: readonly number[]): number =>
  medianOf(values.map((value, round) => value / (against[round] ?? Number.NaN)))

/** The median of a contestant; `NaN` where it did not take part. */
export const medianFor = (times: Times, name: string): number => medianOf(times.get(name) ?? [])
