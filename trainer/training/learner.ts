import type { PolicyNetwork } from '../engine/index.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

/** A policy in training: its weights and how they take steps. */
export interface Learner {
  readonly name: 'designer' | 'executor'
  readonly network: PolicyNetwork
  readonly optimisation: PolicyOptimisation
}
