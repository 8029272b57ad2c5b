import { broadcast } from './broadcast.ts'
import type { CreditEstimator } from './credit-estimator.ts'
import { designGroup } from './design-group.ts'
import { perAgent } from './per-agent.ts'
import { rloo } from './rloo.ts'
import { slice } from './slice.ts'

export const estimatorNames = ['broadcast', 'design_group', 'per_agent', 'rloo', 'slice'] as const

export type EstimatorName = (typeof estimatorNames)[number]

/** The estimators by the name that a configuration gives. */
export const estimators: Readonly<Record<EstimatorName, CreditEstimator>> = {
  broadcast: { name: 'broadcast', estimate: broadcast, compares: 'task', traced: false, optimised: true },
  design_group: { name: 'design_group', estimate: designGroup, compares: 'design', traced: false, optimised: true },
  per_agent: { name: 'per_agent', estimate: perAgent, compares: 'task', traced: false, optimised: false },
  rloo: { name: 'rloo', estimate: rloo, compares: 'task', traced: false, optimised: true },
  slice: { name: 'slice', estimate: slice, compares: 'task', traced: true, optimised: true },
}

/** An estimator as settings hold it: by its name, or one of the embedding program. */
export const estimatorOf = (estimator: EstimatorName | CreditEstimator): CreditEstimator =>
  typeof estimator === 'string' ? estimators[estimator] : estimator
