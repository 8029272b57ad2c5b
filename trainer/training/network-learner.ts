import { readCheckpoint, TrainingFault, writeCheckpoint } from '../engine/index.ts'
import type { NetworkState, PolicyNetwork } from '../engine/index.ts'
import type { Learner } from './learner.ts'
import { policyRows } from './policy-rows.ts'
import { referencePull } from './reference-policy.ts'
import { trainOnRows } from './train-on-rows.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

/** The length of the current state, before it; the reference follows. */
const lengthBytes = 4

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

/** A network of the engine as a learner. Its reference is the network as it is when training first asks for a step. */
export function networkLearner(name: Learner['name'], network: PolicyNetwork, settings: NetworkLearnerSettings): Learner {
  const { optimisation, tolerance, comparesAll = false } = settings
  let reference: NetworkState | null = null
  return {
    name,
    get version() {
      return network.version
    },
    train: (rows, random, spent) => {
      reference ??= network.snapshot()
      const current = comparesAll ? policyRows(rows).filter((row) => row.version === network.version) : []
      if (current.length > 0) network.verify(current, tolerance)
      const pull = referencePull(network, reference, optimisation.referenceCoefficient, spent)
      return trainOnRows(network, rows, { ...optimisation, ...(tolerance === undefined ? {} : { tolerance }) }, random, pull)
    },
    save: () => {
      const current = writeCheckpoint(network.snapshot())
      const length = Buffer.alloc(lengthBytes)
      length.writeUInt32LE(current.length)
      return Buffer.concat([length, current, reference === null ? new Uint8Array() : writeCheckpoint(reference, { optimizer: false })])
    },
    restore: (saved) => {
      const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength)
      const end = bytes.length < lengthBytes ? 0 : lengthBytes + bytes.readUInt32LE()
      const read = readCheckpoint(bytes.subarray(lengthBytes, end))
      if (read.kind === 'invalid') return read.message
      const held = end === bytes.length ? null : readCheckpoint(bytes.subarray(end))
      if (held?.kind === 'invalid') return held.message
      try {
        network.restore(read.state)
        reference = held === null ? null : { ...held.state, shape: network.shape }
        return null
      } catch (fault) {
        if (!(fault instanceof TrainingFault)) throw fault
        return fault.message
      }
    },
    weights: () => writeCheckpoint(network.snapshot(), { optimizer: false }),
  }
}
