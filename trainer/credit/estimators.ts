import { broadcast } from './broadcast.ts'
import { counterfactual } from './counterfactual.ts'
import type { CreditEstimator, GroupEstimator, ReplayEstimator } from './credit-estimator.ts'
import { designGroup } from './design-group.ts'
import { perAgent } from './per-agent.ts'
import { rloo } from './rloo.ts'
import { shapley } from './shapley.ts'
import { slice } from './slice.ts'
import { vine } from './vine.ts'

/** The estimators that compare the executions of a task, by the name that a configuration gives. */
export const groupEstimators = {
  broadcast: { kind: 'group', name: 'broadcast', estimate: broadcast, compares: 'task', traced: false, optimised: true },
  design_group: { kind: 'group', name: 'design_group', estimate: designGroup, compares: 'design', traced: false, optimised: true },
  per_agent: { kind: 'group', name: 'per_agent', estimate: perAgent, compares: 'task', traced: false, optimised: false },
  rloo: { kind: 'group', name: 'rloo', estimate: rloo, compares: 'task', traced: false, optimised: true },
  slice: { kind: 'group', name: 'slice', estimate: slice, compares: 'task', traced: true, optimised: true },
} as const satisfies Readonly<Record<string, GroupEstimator>>

/** Those that run executions again. */
export const replayEstimators = {
  counterfactual: { kind: 'replay', name: 'counterfactual', estimate: counterfactual, traced: true, optimised: true },
  shapley: { kind: 'replay', name: 'shapley', estimate: shapley, traced: false, optimised: true },
  vine: { kind: 'replay', name: 'vine', estimate: vine, traced: false, optimised: true },
} as const satisfies Readonly<Record<string, ReplayEstimator>>

export type EstimatorName = keyof typeof groupEstimators | keyof typeof replayEstimators

export const estimators: Readonly<Record<EstimatorName, CreditEstimator>> = { ...groupEstimators, ...replayEstimators }

export const estimatorNames = Object.keys(estimators) as readonly EstimatorName[]

/** An estimator as settings hold it: by its name, or one of the embedding program. */
export const estimatorOf = (estimator: EstimatorName | CreditEstimator): CreditEstimator =>
  typeof estimator === 'string' ? estimators[estimator] : estimator
