import type { EstimatorName, ExecutionWeighting, Normalisation, ReplaySettings } from '../credit/index.ts'
import type { BackendChoice, NetworkShape } from '../engine/index.ts'
import type { Schedule } from '../schedule/index.ts'
import type { ScorerName, ScorerOptions } from '../scorers/index.ts'
import type { FamilyName, ParametersByFamily, TaskSplit } from '../tasks/index.ts'

/** What a training configuration says, with every default filled in: what a run folder keeps. */
export interface TrainingConfiguration {
  readonly seed: number
  readonly backend: BackendChoice
  /** Whether the run folder holds a record of each call. */
  readonly records: (typeof recordChoices)[number]
  readonly tasks: TaskSettings
  readonly designs: DesignSettings
  readonly rollout: RolloutLimits
  readonly credit: CreditConfiguration
  readonly schedule: Schedule
  /** Whether designer and executors are two networks, or one. */
  readonly weights: (typeof weightsChoices)[number]
  readonly designer: PolicyConfiguration
  readonly executor: ExecutorConfiguration
  readonly budget: TrainingBudget
  readonly evaluation: EvaluationConfiguration
  readonly frontier: FrontierConfiguration
  readonly guards: GuardConfiguration
}

export interface DesignSettings {
  /** A file of agents with a workflow `main`, for agents that are models; `null` for the agents of the tasks. */
  readonly from: string | null
  /** Builtins that designs with such agents may call. */
  readonly builtins: readonly string[]
}

/** The designs that are measured on held-out tasks at the end, where executors are frozen. */
export interface FrontierConfiguration {
  /** So many at most; 0 for none. */
  readonly designs: number
  /** Executions in training that a design needs to be among them. */
  readonly leastExecutions: number
}

export interface TaskSettings {
  readonly families: FamilyConfigurations
  readonly split: TaskSplit
  readonly perStep: number
  readonly scorer: ScorerName
  readonly scorerOptions: Partial<ScorerOptions>
}

/** The families that are drawn from; those left out are not. */
export type FamilyConfigurations = {
  readonly [Name in FamilyName]?: Weighted<ParametersByFamily[Name]>
}

export type Weighted<Parameters> = Parameters & { readonly weight: number }

export interface RolloutLimits {
  /** M: designs per task. */
  readonly designs: number
  /** N: executions per design. */
  readonly executions: number
  /** Model requests that a design may make at most. */
  readonly mostRequests: number
  readonly temperature: number
  /** Whether designs run as optimised graphs. */
  readonly optimise: boolean
}

export interface CreditConfiguration {
  readonly estimator: EstimatorName
  readonly normalisation: Normalisation
  readonly replays: ReplaySettings
  readonly weighting: ExecutionWeighting
  readonly costPerRequest: number
  /** Subtracted for each unit of the price of an execution, where prices are known. */
  readonly costPerPrice: number
  readonly costPerChoice: number
  /** The reward of a design that does not compile. */
  readonly rejected: number
}

export interface PolicyConfiguration {
  /** The vocabulary is the policy's own. */
  readonly network: Omit<NetworkShape, 'vocabulary' | 'restart'>
  readonly start: StartConfiguration
  readonly training: OptimisationConfiguration
}

export interface ExecutorConfiguration extends PolicyConfiguration {
  /** A run configuration whose models answer for the agents, frozen; `null` for the small policy. */
  readonly models: string | null
  readonly start: StartConfiguration & {
    /** Share of examples whose reply is a slip of the teacher. */
    readonly slips: number
  }
}

/** The supervised start. It ends at its target or after its most steps. */
export interface StartConfiguration {
  readonly batch: number
  readonly learningRate: number
  readonly warmUpSteps: number
  /** Of the executor the share of right replies, of the designer the loss in nats per free choice. */
  readonly target: number
  readonly mostSteps: number
}

export interface OptimisationConfiguration {
  readonly learningRate: number
  readonly warmUpSteps: number
  readonly clipRange: number
  readonly entropyCoefficient: number
  readonly referenceCoefficient: number
  readonly referenceSteps: number | null
  readonly referenceShare: number | null
  readonly maximumGradientNorm: number
  readonly minibatches: number
  readonly epochs: number
}

/** Training ends with the step in which the first of these is spent; `null` for no limit. */
export interface TrainingBudget {
  readonly requests: number
  readonly steps: number | null
  /** In the unit of the prices that are known. */
  readonly price: number | null
}

export interface EvaluationConfiguration {
  /** Held-out tasks of each family, as far as there are so many. */
  readonly tasksPerFamily: number
  /** Designs per held-out task. */
  readonly repeats: number
  /** Evaluated after every so many steps; `null` for before and after training only. */
  readonly everySteps: number | null
}

export const recordChoices = ['none', 'all'] as const

export const weightsChoices = ['separate', 'shared'] as const

export const comparisons = ['all', 'first_step'] as const

export interface GuardConfiguration {
  /** Which rows of a rollout are compared with a recomputation. */
  readonly compare: (typeof comparisons)[number]
  /** How many versions older than the policy a row may be when a rollout's training starts. */
  readonly oldestVersion: number
  /** How far a recorded log-probability may be from its recomputation, in nats. */
  readonly logProbabilityTolerance: number
  /** Steps in a row in which every execution failed, after which training stops; `null` for never. */
  readonly mostFailingSteps: number | null
  /** Steps in a row in which nothing scored more than 0, after which training stops; `null` for never. */
  readonly mostUnsolvedSteps: number | null
}
