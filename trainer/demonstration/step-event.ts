import { warningTexts } from '../guards/index.ts'
import type { TrainingStep } from '../training/training-loop.ts'
import type { ArmName } from './arms.ts'
import type { ArmStepEvent } from './demonstration-event.ts'

/** A training step as it is told and written down. */
export function stepEvent(arm: ArmName, step: TrainingStep, budget: number): ArmStepEvent {
  const { statistics } = step
  return {
    kind: 'step',
    arm,
    step: step.step,
    trained: step.phase.trained,
    requests: step.requests,
    budget,
    score: statistics.meanScore,
    executorReward: statistics.meanReward,
    designerReward: statistics.meanDesignReward,
    requestsPerExecution: statistics.meanRequests,
    compiledShare: 1 - statistics.rejectedDesigns / Math.max(1, statistics.designs),
    designs: statistics.designs,
    warnings: warningTexts(step.warnings),
    executorLoss: step.executor.at(-1)?.loss ?? null,
    designerLoss: step.designer.at(-1)?.loss ?? null,
    designerEntropy: step.designer.at(-1)?.entropy ?? null,
  }
}
