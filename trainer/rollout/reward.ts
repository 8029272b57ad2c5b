import { mean } from '../statistics/mean.ts'
import type { Design, Execution } from './rollout-tree.ts'

/** What an outcome is worth. */
export interface RewardSettings {
  /** Subtracted for each model request of an execution. */
  readonly costPerRequest: number
  /** Of a design that does not compile: no more than any execution can get. */
  readonly rejected: number
}

/**
 * The lowest reward that an execution of so many requests can get, −c · requests: what a design that does not compile
 * should get at most, so that not compiling never pays.
 */
export const lowestReward = (costPerRequest: number, mostRequests: number): number => 0 - costPerRequest * mostRequests

/** R = score − c · requests; `null` where there is no score. */
export function executionReward(execution: Execution, settings: RewardSettings): number | null {
  return execution.score === null ? null : execution.score - settings.costPerRequest * execution.requests
}

/**
 * r_i = mean_j R_ij; the reward of rejection for a design that does not compile; `null` where an execution has no score, or
 * there is none.
 */
export function designReward(design: Design, settings: RewardSettings): number | null {
  if (design.compiled.kind === 'rejected') return settings.rejected
  const rewards = design.executions.map((execution) => executionReward(execution, settings))
  const scored = rewards.filter((reward) => reward !== null)
  return scored.length === 0 || scored.length < rewards.length ? null : mean(scored)
}
