import { broadcast } from './broadcast.ts'
import type { Estimator } from './credit-group.ts'
import { designGroup } from './design-group.ts'
import { perAgent } from './per-agent.ts'
import { rloo } from './rloo.ts'
import { slice } from './slice.ts'

export const estimatorNames = ['broadcast', 'design_group', 'per_agent', 'rloo', 'slice'] as const

export type EstimatorName = (typeof estimatorNames)[number]

/** The estimators by the name that a configuration gives. */
export const estimators: Readonly<Record<EstimatorName, Estimator>> = {
  broadcast,
  design_group: designGroup,
  per_agent: perAgent,
  rloo,
  slice,
}
