import type { Evaluation } from '../training/evaluate-designs.ts'
import { bootstrapInterval, mean } from '../statistics/index.ts'
import { randomStream } from '../random/random-stream.ts'
import type { ArmName } from './arms.ts'

/** What an arm came to. Everything is measured on the same held-out tasks, sampled as in training. */
export interface ArmResult {
  readonly name: ArmName | 'self_consistency'
  readonly title: string
  readonly before: Measured
  readonly after: Measured
  readonly trainRequests: number
  readonly designs: readonly PreferredDesign[]
  /** Share of the designs written in training that compiled; `null` where the design was given. */
  readonly compiledShare: number | null
  /** Designs written in training. */
  readonly writtenDesigns: number
}

export interface Measured {
  readonly success: number
  /** 95 % bootstrap interval over tasks. */
  readonly interval: readonly [number, number]
  readonly requestsPerTask: number
  readonly byFamily: readonly { readonly family: string; readonly success: number }[]
}

/** A design and how often it was written for tasks of a kind. */
export interface PreferredDesign {
  readonly family: string
  readonly difficulty: number
  readonly share: number
  readonly text: string
}

const preferredDesigns = 2

export function measured(evaluation: Evaluation, seed: number): Measured {
  const families = [...new Set(evaluation.trees.map((tree) => tree.task.family))]
  const scoresOf = (family: string): readonly number[] =>
    evaluation.scores.filter((_, position) => evaluation.trees[position]?.task.family === family)
  return {
    success: evaluation.success,
    interval: intervalOf(evaluation.scores, seed),
    requestsPerTask: evaluation.requestsPerTask,
    byFamily: families.map((family) => ({ family, success: mean(scoresOf(family)) })),
  }
}

/** The most frequent designs of each family and difficulty. */
export function preferredDesignsOf(evaluation: Evaluation): readonly PreferredDesign[] {
  const groups = new Map<string, { family: string; difficulty: number; counts: Map<string, number>; total: number }>()
  for (const { task, designs } of evaluation.trees) {
    const key = `${task.family} ${task.difficulty}`
    const group = groups.get(key) ?? { family: task.family, difficulty: task.difficulty, counts: new Map<string, number>(), total: 0 }
    groups.set(key, group)
    for (const { text } of designs) {
      group.counts.set(text, (group.counts.get(text) ?? 0) + 1)
      group.total += 1
    }
  }
  return [...groups.values()]
    .sort((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : a.difficulty - b.difficulty))
    .flatMap(({ family, difficulty, counts, total }) =>
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, preferredDesigns)
        .map(([text, count]) => ({ family, difficulty, share: count / total, text })),
    )
}

function intervalOf(scores: readonly number[], seed: number): readonly [number, number] {
  const { lower, upper } = bootstrapInterval(scores, mean, { random: randomStream(seed, 'interval') })
  return [lower, upper]
}
