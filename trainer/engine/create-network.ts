import { forEachOutlook } from './loss/completion-loss.ts'
import type { NetworkShape } from './network-shape.ts'
import { isSameShape } from './network-shape.ts'
import { guardEvaluation, guardLogProbabilities, guardWeights } from './numeric-guards.ts'
import { adamStep, initialOptimizerState } from './optimizer.ts'
import type { OptimizerState } from './optimizer.ts'
import type { EvaluatedRow, NetworkState, PolicyNetwork } from './policy-network.ts'
import { checkRecords, checkRows } from './row-checks.ts'
import type { Decoder } from './sampling/decoder.ts'
import { createDecoder } from './sampling/decoder.ts'
import type { RowMultiplier } from './sampling/row-multiplier.ts'
import { plainMultiplier } from './sampling/row-multiplier.ts'
import { sampleBatch } from './sampling/sample-batch.ts'
import { openSession } from './sampling/sampling-session.ts'
import type { TensorPass } from './tensor-pass.ts'
import { tokenBlocks } from './token-block.ts'
import { TrainingFault } from './training-fault.ts'
import type { CompletionRow } from './training-row.ts'
import type { StepGradient } from './training-step.ts'
import { policyGradientStep, supervisedStep } from './training-step.ts'
import { parameterCount } from './weight-layout.ts'

/** What a network needs of a tensor backend. */
export interface TensorServices {
  openPass(shape: NetworkShape, weights: Float32Array): TensorPass
  /** Products for sampling; closed after each call. */
  openMultiplier(): RowMultiplier
}

/** Largest disagreement between a recorded log-probability and its recomputation that rounding explains, in nats. */
const defaultTolerance = 1e-3

/** What networks over the same weights have in common. */
interface SharedWeights {
  version: number
  weights: Float32Array
  sessionDecoder: Decoder | null
}

/** A network over a state, which it owns from now on. */
export function createNetwork(services: TensorServices, { shape, version, weights, optimizer }: NetworkState): PolicyNetwork {
  return networkOver(services, shape, { version, weights, sessionDecoder: null }, optimizer)
}

function networkOver(services: TensorServices, shape: NetworkShape, shared: SharedWeights, initial: OptimizerState): PolicyNetwork {
  let optimizer = initial

  const withPass = <Result>(use: (pass: TensorPass) => Result): Result => {
    const pass = services.openPass(shape, shared.weights)
    try {
      return use(pass)
    } finally {
      pass.close()
    }
  }

  const evaluate = (rows: readonly CompletionRow[]): EvaluatedRow[] => {
    checkRows(shape, rows)
    const evaluated = rows.map(() => ({ logProbabilities: new Array<number>(), entropies: new Array<number>() }))
    withPass((pass) => {
      for (const block of tokenBlocks(rows)) {
        forEachOutlook(rows, block, shape.vocabulary, pass.logits(block), ({ row, logProbability, entropy }) => {
          evaluated[row]?.logProbabilities.push(logProbability)
          evaluated[row]?.entropies.push(entropy)
        })
      }
    })
    guardEvaluation(evaluated.map(({ logProbabilities }) => logProbabilities))
    return evaluated
  }

  /** Moves the weights only when the result is sound, so that a fault leaves the network as it was. */
  const take = <Metrics>(step: StepGradient<Metrics>): Metrics => {
    const moved = shared.weights.slice()
    const remembered = { steps: optimizer.steps, mean: optimizer.mean.slice(), square: optimizer.square.slice() }
    const taken = adamStep(moved, step.gradient, remembered, step.settings)
    guardWeights(shape, moved)
    optimizer = taken.state
    shared.weights = moved
    shared.version += 1
    shared.sessionDecoder = null
    return step.metrics({ learningRate: taken.learningRate, gradientNorm: taken.gradientNorm, version: shared.version })
  }

  return {
    shape,
    parameterCount: parameterCount(shape),
    get version() {
      return shared.version
    },
    sample: (requests) => {
      const multiplier = services.openMultiplier()
      try {
        return sampleBatch(shape, createDecoder(shape, shared.weights, multiplier), requests)
      } finally {
        multiplier.dispose()
      }
    },
    open: (request) => {
      shared.sessionDecoder ??= createDecoder(shape, shared.weights, plainMultiplier)
      return openSession(shape, shared.sessionDecoder, request)
    },
    evaluate,
    verify: (rows, tolerance = defaultTolerance) => {
      checkRecords(rows, shared.version)
      const recomputed = evaluate(rows).map(({ logProbabilities }) => logProbabilities)
      guardLogProbabilities(rows.map(({ logProbabilities }) => logProbabilities), recomputed, tolerance)
    },
    trainSupervised: (rows, settings) => take(withPass((pass) => supervisedStep(shape, pass, rows, settings))),
    trainPolicyGradient: (rows, settings) => {
      const checked = { tolerance: defaultTolerance, ...settings }
      return take(withPass((pass) => policyGradientStep(shape, pass, rows, shared.version, checked)))
    },
    resetOptimizer: () => {
      optimizer = initialOptimizerState(shared.weights.length)
    },
    snapshot: () => copyState({ shape, version: shared.version, weights: shared.weights, optimizer }),
    restore: (state) => {
      if (!isSameShape(state.shape, shape)) {
        throw new TrainingFault('wrong-shape', 'A state of another shape cannot be restored into this network')
      }
      const copy = copyState(state)
      shared.version = copy.version
      shared.weights = copy.weights
      shared.sessionDecoder = null
      optimizer = copy.optimizer
    },
    sibling: () => networkOver(services, shape, shared, initialOptimizerState(shared.weights.length)),
  }
}

function copyState({ shape, version, weights, optimizer }: NetworkState): NetworkState {
  const { steps, mean, square } = optimizer
  return { shape, version, weights: weights.slice(), optimizer: { steps, mean: mean.slice(), square: square.slice() } }
}
