import * as tf from '@tensorflow/tfjs-core'
import type { BackendName } from '../backend/backend-name.ts'
import type { UnusedBackend } from '../backend/select-backend.ts'
import { registeredName } from '../backend/start-backend.ts'
import type { TensorServices } from '../create-network.ts'
import { createNetwork } from '../create-network.ts'
import { initialWeights } from '../initial-weights.ts'
import type { Engine } from '../load-engine.ts'
import type { NetworkShape } from '../network-shape.ts'
import { shapeProblems } from '../network-shape.ts'
import { initialOptimizerState } from '../optimizer.ts'
import { plainMultiplier } from '../sampling/row-multiplier.ts'
import { TrainingFault } from '../training-fault.ts'
import { openTensorPass } from './open-tensor-pass.ts'
import { createTensorMultiplier } from './tensor-multiplier.ts'

/** The engine on a backend that has been started in this process. */
export function createEngine(backend: BackendName, notUsed: readonly UnusedBackend[]): Engine {
  const services: TensorServices = {
    openPass: (shape, weights) => {
      makeCurrent(backend)
      return openTensorPass(shape, weights)
    },
    openMultiplier: () => {
      // The pure JavaScript backend multiplies more slowly than the plain loops of the decoder.
      if (backend === 'cpu') return plainMultiplier
      makeCurrent(backend)
      return createTensorMultiplier()
    },
  }
  return {
    backend,
    notUsed,
    createNetwork: (shape, seed) => {
      refuseImpossible(shape)
      const weights = initialWeights(shape, seed)
      return createNetwork(services, { shape, version: 0, weights, optimizer: initialOptimizerState(weights.length) })
    },
    openNetwork: (state) => {
      refuseImpossible(state.shape)
      const network = createNetwork(services, state)
      network.restore(state)
      return network
    },
  }
}

function refuseImpossible(shape: NetworkShape): void {
  const problems = shapeProblems(shape)
  if (problems.length > 0) throw new RangeError(`This network cannot be built: ${problems.join('; ')}`)
}

/** Two engines may live in one process (a comparison does that); each works on its own backend. */
function makeCurrent(backend: BackendName): void {
  const name = registeredName(backend)
  // The library names a backend as current even where it did not start, and then computes on another one.
  const started: unknown = tf.findBackend(name)
  if (started === null || started === undefined) throw new TrainingFault('wrong-backend', `The ${backend} backend is not running`)
  // For a backend that has been started, the switch is complete when the call returns.
  if (tf.getBackend() !== name) void tf.setBackend(name)
}
