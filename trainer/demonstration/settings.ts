import type { CreditSettings, EstimatorName } from '../credit/index.ts'
import { lowestReward } from '../rollout/index.ts'
import type { NetworkShape } from '../engine/index.ts'
import { defaultSplit, depthFamily, plainFamily, robustnessFamily } from '../tasks/index.ts'
import type { TaskFamily, TaskMix } from '../tasks/index.ts'
import type { PolicyOptimisation } from '../training/train-on-rows.ts'

/** Everything that the demonstration fixes. Work is counted in model requests, never in time. */
export interface DemonstrationSettings {
  readonly executorShape: Omit<NetworkShape, 'vocabulary' | 'restart'>
  readonly designerShape: Omit<NetworkShape, 'vocabulary' | 'restart'>
  readonly start: {
    readonly executor: {
      readonly batch: number
      readonly learningRate: number
      readonly accuracy: number
      readonly mostSteps: number
      readonly slips: number
    }
    readonly designer: { readonly batch: number; readonly learningRate: number; readonly loss: number; readonly mostSteps: number }
  }
  readonly tasksPerStep: number
  readonly designs: number
  readonly executions: number
  /** Training requests of every arm. */
  readonly requests: number
  readonly stageSteps: number
  readonly temperature: number
  readonly credit: CreditSettings & { readonly estimator: EstimatorName }
  readonly executor: PolicyOptimisation
  readonly designer: PolicyOptimisation
  /** Held-out tasks of each family, as far as there are so many. */
  readonly heldOutTasks: number
  /** Designs per held-out task. */
  readonly repeats: number
}

/** Few facts, which all families share: a network of this size meets each of them often, and what is held out is a notation of one. */
const small = { values: { minimum: 0, maximum: 4 }, symbols: ['+', '-', '*'], arithmetic: { modulo: 5 }, tags: 0 } as const

export const families: readonly TaskFamily[] = [depthFamily(small), robustnessFamily(small), plainFamily(small)]

const weights: Readonly<Record<string, number>> = { depth: 3, robustness: 1, plain: 1 }

export const taskMix: TaskMix = families.map((family) => ({ family, weight: weights[family.name] ?? 1 }))

/** What the executors' supervised start is shown: mostly how to reduce, since one operation is learned soon. */
export const startMix: TaskMix = families.map((family) => ({ family, weight: family.name === 'depth' ? 8 : 1 }))

export const taskSplit = defaultSplit

/** A request costs a fiftieth of a right answer, a choice of the designer a fifth of that. */
const costs = { costPerRequest: 0.02, costPerChoice: 0.004 }

/** Model requests that a design may make at most. */
export const mostRequests = 16

/** Room for the characters of the longest task and the choices of the longest design. */
const designerPositions = 56

export const demonstrationSettings: DemonstrationSettings = {
  executorShape: { width: 32, layers: 1, heads: 4, positions: 44, feedForwardMultiple: 16, lookback: 2 },
  designerShape: { width: 32, layers: 1, heads: 2, positions: designerPositions, feedForwardMultiple: 4, lookback: 2 },
  start: {
    executor: { batch: 128, learningRate: 0.01, accuracy: 0.72, mostSteps: 900, slips: 0.25 },
    designer: { batch: 64, learningRate: 0.01, loss: 0.3, mostSteps: 200 },
  },
  tasksPerStep: 32,
  designs: 4,
  executions: 4,
  requests: 200_000,
  stageSteps: 5,
  temperature: 1,
  credit: {
    estimator: 'design_group',
    normalisation: 'mean',
    weighting: 'execution',
    reward: { ...costs, rejected: lowestReward(costs, mostRequests, designerPositions) },
  },
  executor: {
    learningRate: 0.001,
    warmUpSteps: 10,
    clipRange: 0.2,
    entropyCoefficient: 0,
    referenceCoefficient: 0,
    referenceSteps: null,
    referenceShare: 2 / 3,
    maximumGradientNorm: 1,
    minibatches: 4,
    epochs: 1,
  },
  designer: {
    learningRate: 0.005,
    warmUpSteps: 10,
    clipRange: 0.2,
    entropyCoefficient: 0,
    referenceCoefficient: 0.05,
    referenceSteps: null,
    referenceShare: 2 / 3,
    maximumGradientNorm: 1,
    minibatches: 2,
    epochs: 1,
  },
  heldOutTasks: 120,
  repeats: 2,
}

/** Steps over which the rate of both supervised starts grows to its value. */
export const startWarmUpSteps = 20
