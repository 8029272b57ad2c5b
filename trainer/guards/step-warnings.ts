import { isConstant } from '../credit/index.ts'
import { designReward, executionReward, failureText, rolloutStatistics } from '../rollout/index.ts'
import type { RewardSettings, RolloutTree } from '../rollout/index.ts'

/** What is counted in every step, because it makes training weaker without making it wrong. */
export interface StepWarnings {
  /** Tasks whose executions all got the same reward: broadcast credit teaches their executors nothing. */
  readonly equalExecutions: number
  /** Tasks whose designs all got the same reward: they teach the designer nothing. */
  readonly equalDesigns: number
  readonly truncatedOutputs: number
  readonly failedExecutions: number
  /** Failed executions by code. */
  readonly failures: Readonly<Record<string, number>>
  /** Tasks that nothing solved: all their executions failed. */
  readonly failedTasks: number
  readonly unscoredTasks: number
  /** Replays for credit without a score, each taken for one in which nothing changed. */
  readonly unscoredReplays: number
  /** Executions that the scorer failed to judge; each reason once. */
  readonly scorerFailures: readonly string[]
  readonly rejectedDesigns: number
}

/** Reasons that are shown. */
const shownFailures = 3

export function stepWarnings(trees: readonly RolloutTree[], reward: RewardSettings, unscoredReplays = 0): StepWarnings {
  const statistics = rolloutStatistics(trees, reward)
  const isEqual = (rewards: readonly (number | null)[]): boolean => {
    const known = rewards.filter((value) => value !== null)
    return known.length > 0 && isConstant(known)
  }
  const executionRewards = (tree: RolloutTree): readonly (number | null)[] =>
    tree.designs.flatMap((design) => design.executions.map((execution) => executionReward(execution, reward)))
  return {
    equalExecutions: trees.filter((tree) => isEqual(executionRewards(tree))).length,
    equalDesigns: trees.filter((tree) => isEqual(tree.designs.map((design) => designReward(design, reward)))).length,
    truncatedOutputs: statistics.truncatedCalls,
    failedExecutions: statistics.failedExecutions,
    failures: statistics.failures,
    failedTasks: statistics.failedTasks,
    unscoredTasks: statistics.unscoredTasks,
    unscoredReplays,
    scorerFailures: scorerFailures(trees),
    rejectedDesigns: statistics.rejectedDesigns,
  }
}

export const scorerFailures = (trees: readonly RolloutTree[]): readonly string[] => {
  const executions = trees.flatMap(({ designs }) => designs.flatMap((design) => design.executions))
  return [...new Set(executions.flatMap(({ scorerFailure }) => scorerFailure ?? []))]
}

/** The warnings that a step has, one short text each; empty where there is nothing to warn of. */
export function warningTexts(warnings: StepWarnings): readonly string[] {
  const texts: readonly (readonly [number, string, string?])[] = [
    [warnings.equalExecutions, 'tasks whose executions all have the same reward'],
    [warnings.equalDesigns, 'tasks whose designs all have the same reward'],
    [warnings.truncatedOutputs, 'outputs cut off'],
    [warnings.failedExecutions, 'failed executions', ` (${failureText(warnings.failures)})`],
    [warnings.failedTasks, 'tasks whose executions all failed'],
    [warnings.unscoredTasks, 'tasks without a score'],
    [warnings.unscoredReplays, 'replays without a score'],
    [warnings.rejectedDesigns, 'designs that do not compile'],
  ]
  const failures = warnings.scorerFailures.slice(0, shownFailures).map((reason) => `the scorer failed: ${reason}`)
  return [...texts.filter(([count]) => count > 0).map(([count, text, detail = '']) => `${text}: ${count}${detail}`), ...failures]
}
