import { randomStream } from '../../random/random-stream.ts'
import { mean, quantile } from '../../statistics/index.ts'
import type { Interval } from '../../statistics/index.ts'

const resamples = 2_000

/**
 * The 95 % bootstrap interval of the mean over seeds and tasks, both resampled: rows are seeds, columns the same tasks in the same
 * order. Tasks are drawn once for all seeds of a resample, since all seeds are measured on the same ones. Not numbers where there is no
 * row. Throws a RangeError where rows differ in length.
 */
export function seedAndTaskInterval(rows: readonly (readonly number[])[]): Interval {
  const tasks = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== tasks)) throw new RangeError('seeds were measured on different tasks')
  if (tasks === 0) return { estimate: NaN, lower: NaN, upper: NaN }
  const random = randomStream(0, 'seeds and tasks')
  const found = Array.from({ length: resamples }, () => {
    const columns = Array.from({ length: tasks }, () => random.integer(tasks))
    return mean(rows.map(() => rows[random.integer(rows.length)] ?? []).map((row) => mean(columns.map((column) => row[column] ?? NaN))))
  })
  return { estimate: mean(rows.map(mean)), lower: quantile(found, 0.025), upper: quantile(found, 0.975) }
}

/** Scores of the seeds that an arm has, by task. */
export type ScoresBySeed = ReadonlyMap<number, readonly number[]>

/** The interval of left − right over the seeds that both have: what seed and tasks share cancels. */
export function pairedDifference(left: ScoresBySeed, right: ScoresBySeed): Interval {
  const pairs = [...left].flatMap(([seed, scores]) => {
    const others = right.get(seed)
    return others === undefined ? [] : [scores.map((score, task) => score - (others[task] ?? NaN))]
  })
  return seedAndTaskInterval(pairs)
}
