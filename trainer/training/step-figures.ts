import { warningTexts } from '../guards/index.ts'
import type { TrainingStep } from './training-loop.ts'

/** A training step in numbers, as it is told and written down. */
export interface StepFigures {
  /** From 0. */
  readonly step: number
  /** The roles that took steps. */
  readonly trained: 'designer' | 'executor' | 'both'
  /** Model requests spent since the start, this step included. */
  readonly requests: number
  /** Those of them that the step spent on replays for credit. */
  readonly replayRequests: number
  /** Mean score of the step's executions, and rewards: scores less the cost of requests. */
  readonly score: number | null
  readonly executorReward: number | null
  readonly designerReward: number | null
  readonly requestsPerExecution: number | null
  readonly compiledShare: number
  readonly designs: number
  readonly warnings: readonly string[]
  readonly executorLoss: number | null
  readonly designerLoss: number | null
  readonly designerEntropy: number | null
}

export function stepFigures({ step, phase, requests, replays, statistics, warnings, executor, designer }: TrainingStep): StepFigures {
  return {
    step,
    trained: phase.trained,
    requests,
    replayRequests: replays.requests,
    score: statistics.meanScore,
    executorReward: statistics.meanReward,
    designerReward: statistics.meanDesignReward,
    requestsPerExecution: statistics.meanRequests,
    compiledShare: 1 - statistics.rejectedDesigns / Math.max(1, statistics.designs),
    designs: statistics.designs,
    warnings: warningTexts(warnings),
    executorLoss: executor.at(-1)?.loss ?? null,
    designerLoss: designer.at(-1)?.loss ?? null,
    designerEntropy: designer.at(-1)?.entropy ?? null,
  }
}
