import { readCheckpoint, TrainingFault, writeCheckpoint } from '../engine/index.ts'
import type { PolicyNetwork } from '../engine/index.ts'
import type { Learner } from './learner.ts'
import { policyRows } from './policy-rows.ts'
import { trainOnRows } from './train-on-rows.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

export interface NetworkLearnerSettings {
  readonly optimisation: PolicyOptimisation
  /** How far a recorded log-probability may be from its recomputation, in nats. Default 1e-3. */
  readonly tolerance?: number
  /**
   * Whether all rows of the current version are compared before the first step, for about a sixth more time; else only those of
   * the first step are, a random part. Default false.
   */
  readonly comparesAll?: boolean
}

/** A network of the engine as a learner. */
export function networkLearner(name: Learner['name'], network: PolicyNetwork, settings: NetworkLearnerSettings): Learner {
  const { optimisation, tolerance, comparesAll = false } = settings
  return {
    name,
    get version() {
      return network.version
    },
    train: (rows, random) => {
      const current = comparesAll ? policyRows(rows).filter((row) => row.version === network.version) : []
      if (current.length > 0) network.verify(current, tolerance)
      return trainOnRows(network, rows, { ...optimisation, ...(tolerance === undefined ? {} : { tolerance }) }, random)
    },
    save: () => writeCheckpoint(network.snapshot()),
    restore: (saved) => {
      const read = readCheckpoint(saved)
      if (read.kind === 'invalid') return read.message
      try {
        network.restore(read.state)
        return null
      } catch (fault) {
        if (!(fault instanceof TrainingFault)) throw fault
        return fault.message
      }
    },
    weights: () => writeCheckpoint(network.snapshot(), { optimizer: false }),
  }
}
