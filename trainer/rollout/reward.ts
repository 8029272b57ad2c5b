import { mean } from '../statistics/mean.ts'
import type { Design, Execution } from './rollout-tree.ts'

/** What an outcome is worth. */
export interface RewardSettings {
  /** Subtracted for each model request of an execution. */
  readonly costPerRequest: number
  /** Subtracted for each unit of its price, where prices are known; nothing where it is left out. */
  readonly costPerPrice?: number
  /**
   * Subtracted from the designer's reward for each choice that it made among at least two: of designs that are equally good, the
   * shortest pays most.
   */
  readonly costPerChoice: number
  /** Of a design that does not compile: no more than any execution can get. */
  readonly rejected: number
}

/**
 * The lowest reward that a design of at most so many requests and choices can get, −c · requests − k · choices: what a design that
 * does not compile should get at most, so that not compiling never pays.
 */
export const lowestReward = (costs: Omit<RewardSettings, 'rejected'>, mostRequests: number, mostChoices: number): number =>
  0 - costs.costPerRequest * mostRequests - costs.costPerChoice * mostChoices

/** R = score − c · requests − p · price; `null` where there is no score. */
export function executionReward(execution: Execution, settings: RewardSettings): number | null {
  return execution.score === null
    ? null
    : execution.score - settings.costPerRequest * execution.requests - (settings.costPerPrice ?? 0) * (execution.price ?? 0)
}

/**
 * r_i = mean_j R_ij − k · choices; the reward of rejection for a design that does not compile; `null` where an execution has no score,
 * or there is none.
 */
export function designReward(design: Design, settings: RewardSettings): number | null {
  if (design.compiled.kind === 'rejected') return settings.rejected
  const rewards = design.executions.map((execution) => executionReward(execution, settings))
  const scored = rewards.filter((reward) => reward !== null)
  return scored.length === 0 || scored.length < rewards.length ? null : mean(scored) - settings.costPerChoice * freeChoices(design)
}

/** The choices of the designer among at least two; 0 where the design was given. */
const freeChoices = ({ calls }: Design): number =>
  calls.reduce((sum, { masks, tokens }) => sum + (masks?.filter((legal) => legal === null || legal.length > 1).length ?? tokens.length), 0)
