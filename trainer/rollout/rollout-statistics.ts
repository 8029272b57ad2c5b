import { mean } from '../statistics/mean.ts'
import { failureCounts } from './failure-counts.ts'
import { designReward, executionReward } from './reward.ts'
import type { RewardSettings } from './reward.ts'
import type { Execution, RolloutTree } from './rollout-tree.ts'

/** What came of rolled out trees. Nothing is left out of a mean without being counted beside it. */
export interface RolloutStatistics {
  readonly tasks: number
  readonly designs: number
  /** Designs that do not compile. */
  readonly rejectedDesigns: number
  readonly executions: number
  /** Executions whose outcome is no value. */
  readonly failedExecutions: number
  /** By code; see `failureCounts`. */
  readonly failures: Readonly<Record<string, number>>
  /** Tasks with executions, all of which failed. */
  readonly failedTasks: number
  /** Executions without a score; they are in no mean. */
  readonly unscoredExecutions: number
  /** Tasks with an execution without a score. */
  readonly unscoredTasks: number
  readonly calls: number
  readonly truncatedCalls: number
  readonly requests: number
  /** What the replies cost; 0 where no price is known. */
  readonly price: number
  /** Over scored executions; `null` where there is none. */
  readonly meanScore: number | null
  readonly meanReward: number | null
  /** Over designs that have a reward, rejected ones included. */
  readonly meanDesignReward: number | null
  readonly meanRequests: number | null
  /** By difficulty: scored executions and their mean score. */
  readonly byDifficulty: readonly {
    readonly family: string
    readonly difficulty: number
    readonly executions: number
    readonly meanScore: number
  }[]
}

export function rolloutStatistics(trees: readonly RolloutTree[], reward: RewardSettings): RolloutStatistics {
  const designs = trees.flatMap((tree) => tree.designs)
  const executions = designs.flatMap((design) => design.executions)
  const calls = [...designs.flatMap((design) => design.calls), ...executions.flatMap((execution) => execution.calls)]
  return {
    tasks: trees.length,
    designs: designs.length,
    rejectedDesigns: designs.filter((design) => design.compiled.kind === 'rejected').length,
    executions: executions.length,
    failedExecutions: executions.filter((execution) => execution.outcome.kind !== 'ok').length,
    failures: failureCounts(executions.map((execution) => execution.outcome)),
    failedTasks: trees.filter(isFailed).length,
    unscoredExecutions: executions.filter((execution) => execution.score === null).length,
    unscoredTasks: trees.filter((tree) =>
      tree.designs.some((design) => design.executions.some((execution) => execution.score === null)),
    ).length,
    calls: calls.length,
    truncatedCalls: calls.filter((call) => call.truncated).length,
    requests: executions.reduce((sum, execution) => sum + execution.requests, 0),
    price: executions.reduce((sum, execution) => sum + (execution.price ?? 0), 0),
    meanScore: meanOf(scores(executions)),
    meanReward: meanOf(executions.flatMap((execution) => present(executionReward(execution, reward)))),
    meanDesignReward: meanOf(designs.flatMap((design) => present(designReward(design, reward)))),
    meanRequests: meanOf(executions.map((execution) => execution.requests)),
    byDifficulty: byDifficulty(trees),
  }
}

function isFailed({ designs }: RolloutTree): boolean {
  const executions = designs.flatMap((design) => design.executions)
  return executions.length > 0 && executions.every(({ outcome }) => outcome.kind !== 'ok')
}

function byDifficulty(trees: readonly RolloutTree[]): RolloutStatistics['byDifficulty'] {
  const groups = new Map<string, { family: string; difficulty: number; scores: number[] }>()
  for (const { task, designs } of trees) {
    const key = `${task.family} ${task.difficulty}`
    const entry = groups.get(key) ?? { family: task.family, difficulty: task.difficulty, scores: [] }
    entry.scores.push(...scores(designs.flatMap((design) => design.executions)))
    groups.set(key, entry)
  }
  return [...groups.values()]
    .filter((entry) => entry.scores.length > 0)
    .sort((left, right) =>
      left.family < right.family ? -1 : left.family > right.family ? 1 : left.difficulty - right.difficulty,
    )
    .map((entry) => ({
      family: entry.family,
      difficulty: entry.difficulty,
      executions: entry.scores.length,
      meanScore: mean(entry.scores),
    }))
}

const scores = (executions: readonly Execution[]): readonly number[] =>
  executions.flatMap((execution) => present(execution.score))

const present = (value: number | null): readonly number[] => (value === null ? [] : [value])

const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values))
