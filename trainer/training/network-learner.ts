import { readCheckpoint, TrainingFault, writeCheckpoint } from '../engine/index.ts'
import type { NetworkState, PolicyNetwork } from '../engine/index.ts'
import type { Learner } from './learner.ts'
import { policyRows } from './policy-rows.ts'
import { referencePull } from './reference-policy.ts'
import { trainOnRows } from './train-on-rows.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

/** The length of the current state, and the rollouts trained on since the reference was taken; the state and the reference follow. */
const headBytes = 8

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

/** A network of the engine as a learner. Its reference is the network as it is when training first asks for a step, and again after `referenceSteps`. */
export function networkLearner(name: Learner['name'], network: PolicyNetwork, settings: NetworkLearnerSettings): Learner {
  const { optimisation, tolerance, comparesAll = false } = settings
  const { referenceSteps } = optimisation
  let reference: NetworkState | null = null
  /** Rollouts trained on since it was taken. */
  let held = 0
  return {
    name,
    get version() {
      return network.version
    },
    prepare: (rows) => {
      reference ??= network.snapshot()
      const current = comparesAll ? policyRows(rows).filter((row) => row.version === network.version) : []
      if (current.length > 0) network.verify(current, tolerance)
    },
    train: (rows, random, spent) => {
      if (reference === null || held === referenceSteps) {
        reference = network.snapshot()
        held = 0
      }
      held += 1
      const pull = referencePull(network, reference, optimisation, spent)
      return trainOnRows(network, rows, { ...optimisation, ...(tolerance === undefined ? {} : { tolerance }) }, random, pull)
    },
    save: () => {
      const current = writeCheckpoint(network.snapshot())
      const head = Buffer.alloc(headBytes)
      head.writeUInt32LE(current.length)
      head.writeUInt32LE(held, 4)
      return Buffer.concat([head, current, reference === null ? new Uint8Array() : writeCheckpoint(reference, { optimizer: false })])
    },
    restore: (saved) => {
      const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength)
      const end = bytes.length < headBytes ? 0 : headBytes + bytes.readUInt32LE()
      const read = readCheckpoint(bytes.subarray(headBytes, end))
      if (read.kind === 'invalid') return read.message
      const earlier = end === bytes.length ? null : readCheckpoint(bytes.subarray(end))
      if (earlier?.kind === 'invalid') return earlier.message
      try {
        network.restore(read.state)
        reference = earlier === null ? null : { ...earlier.state, shape: network.shape }
        held = bytes.readUInt32LE(4)
        return null
      } catch (fault) {
        if (!(fault instanceof TrainingFault)) throw fault
        return fault.message
      }
    },
    weights: () => writeCheckpoint(network.snapshot(), { optimizer: false }),
  }
}
