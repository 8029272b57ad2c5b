import type { PolicyNetwork } from '../engine/index.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

/** A policy in training: its weights and how they take steps. */
export interface Learner {
  readonly name: 'designer' | 'executor'
  readonly network: PolicyNetwork
  /** The policy as it was when training began; it takes no steps. Read only where the optimisation holds on to it. */
  readonly reference: PolicyNetwork
  readonly optimisation: PolicyOptimisation
}
