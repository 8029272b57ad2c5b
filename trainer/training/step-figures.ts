import { warningTexts } from '../guards/index.ts'
import type { CallRecord } from '../records/index.ts'
import { mean } from '../statistics/index.ts'
import { designCredit } from './design-credit.ts'
import type { DesignCredit } from './design-credit.ts'
import { shapeShares } from './design-shape.ts'
import type { ShapeShares } from './design-shape.ts'
import type { TrainingStep } from './training-loop.ts'

/** A training step in numbers, as it is told and written down. */
export interface StepFigures {
  /** From 0. */
  readonly step: number
  /** The roles that took steps. */
  readonly trained: 'designer' | 'executor' | 'both'
  /** Position in the phases of the schedule. */
  readonly phase: number
  /** Model requests spent since the start, this step included. */
  readonly requests: number
  /** What replies have cost since the start, in the unit of the prices; left out where no price is known. */
  readonly price?: number
  /** Those of them that the step spent on replays for credit. */
  readonly replayRequests: number
  /** Mean score of the step's executions, and rewards: scores less the cost of requests. */
  readonly score: number | null
  readonly executorReward: number | null
  readonly designerReward: number | null
  readonly requestsPerExecution: number | null
  readonly compiledShare: number
  /** Of the executions, those that ended with a value; `null` where there was none. */
  readonly completedShare: number | null
  readonly designs: number
  readonly shapes: ShapeShares
  /** Mean tokens of a design and of an agent's reply; `null` where none was recorded. */
  readonly designTokens: number | null
  readonly replyTokens: number | null
  /** Of the most frequent design; `null` where none compiled. */
  readonly credit: DesignCredit | null
  readonly warnings: readonly string[]
  readonly executorLoss: number | null
  readonly designerLoss: number | null
  readonly designerEntropy: number | null
}

export function stepFigures(taken: TrainingStep): StepFigures {
  const { step, phase, requests, price, replays, statistics, warnings, trees, credited, executor, designer } = taken
  const designs = trees.flatMap((tree) => tree.designs)
  const executions = designs.flatMap((design) => design.executions)
  return {
    step,
    trained: phase.trained,
    phase: phase.phase,
    requests,
    ...(price === 0 ? {} : { price }),
    replayRequests: replays.requests,
    score: statistics.meanScore,
    executorReward: statistics.meanReward,
    designerReward: statistics.meanDesignReward,
    requestsPerExecution: statistics.meanRequests,
    compiledShare: 1 - statistics.rejectedDesigns / Math.max(1, statistics.designs),
    completedShare: executions.length === 0 ? null : 1 - statistics.failedExecutions / executions.length,
    designs: statistics.designs,
    shapes: shapeShares(designs),
    designTokens: meanTokens(designs.flatMap((design) => design.calls)),
    replyTokens: meanTokens(executions.flatMap((execution) => execution.calls)),
    credit: designCredit(trees, credited),
    warnings: warningTexts(warnings),
    executorLoss: executor.at(-1)?.loss ?? null,
    designerLoss: designer.at(-1)?.loss ?? null,
    designerEntropy: designer.at(-1)?.entropy ?? null,
  }
}

const meanTokens = (calls: readonly CallRecord[]): number | null =>
  calls.length === 0 ? null : mean(calls.map(({ tokens }) => tokens.length))
