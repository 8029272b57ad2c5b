import { randomStream } from '../random/random-stream.ts'
import { failureCounts } from '../rollout/index.ts'
import { mean, meanInterval, median, pairedInterval } from '../statistics/index.ts'
import type { Interval } from '../statistics/index.ts'
import type { EvaluationResult } from './evaluation-result.ts'

/** What came of one script. Means are over its runs, unless they say otherwise. */
export interface ScriptSummary {
  readonly script: string
  readonly runs: number
  /** Runs that ended in a failure or a spent budget, by code. */
  readonly failures: Readonly<Record<string, number>>
  /** Runs that the scorer could not judge; they stand in no score. */
  readonly unjudged: number
  /** Why not, each reason with its runs. */
  readonly unjudgedReasons: Readonly<Record<string, number>>
  /** The mean score, each task counted once; `null` where nothing was judged. */
  readonly score: Interval | null
  /** Score of this script less that of the first one, on the tasks that both have; `null` for the first one itself. */
  readonly difference: Interval | null
  readonly requests: number
  /** Prompt and completion tokens. */
  readonly tokens: number
  /** `null` where no run had a price. */
  readonly cost: number | null
  /** The median. */
  readonly seconds: number
}

/** Summaries in the order of the names. Intervals cover 95 % by a bootstrap over tasks, which the seed makes repeatable. */
export function summarize(results: readonly EvaluationResult[], scripts: readonly string[], seed: number): readonly ScriptSummary[] {
  const first = scripts[0] ?? ''
  const baseline = taskScores(results, first)
  return scripts.map((script) => {
    const runs = results.filter((result) => result.script === script)
    const scores = taskScores(results, script)
    const shared = [...baseline.keys()].filter((task) => scores.has(task))
    const settings = { random: randomStream(seed, `evaluation ${script}`) }
    const values = (of: ReadonlyMap<string, number>): readonly number[] => shared.map((task) => of.get(task) ?? NaN)
    const costs = runs.flatMap(({ usage }) => usage.cost ?? [])
    return {
      script,
      runs: runs.length,
      failures: failureCounts(runs.map(({ outcome }) => outcome)),
      unjudged: runs.filter(({ score }) => score === null).length,
      unjudgedReasons: countTexts(runs.flatMap(({ unscored }) => unscored?.reason ?? [])),
      score: scores.size === 0 ? null : meanInterval([...scores.values()], settings),
      difference: script === first || shared.length === 0 ? null : pairedInterval(values(scores), values(baseline), settings),
      requests: meanOf(runs, ({ usage }) => usage.requests),
      tokens: meanOf(runs, ({ usage }) => usage.prompt_tokens + usage.completion_tokens),
      cost: costs.length === 0 ? null : mean(costs),
      seconds: runs.length === 0 ? 0 : median(runs.map(({ usage }) => usage.seconds)),
    }
  })
}

const meanOf = (runs: readonly EvaluationResult[], of: (result: EvaluationResult) => number): number =>
  runs.length === 0 ? 0 : mean(runs.map(of))

/** The mean score of each task that was judged: tasks are what is independent, not their repeats. */
function taskScores(results: readonly EvaluationResult[], script: string): ReadonlyMap<string, number> {
  const byTask = new Map<string, number[]>()
  for (const result of results) {
    if (result.script !== script || result.score === null) continue
    byTask.set(result.task, [...(byTask.get(result.task) ?? []), result.score])
  }
  return new Map([...byTask].map(([task, scores]) => [task, mean(scores)]))
}

function countTexts(texts: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)))
}
