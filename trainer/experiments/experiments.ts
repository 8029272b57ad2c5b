import { creditEstimators } from './declared/credit-estimators.ts'
import { designsAndExecutions } from './declared/designs-and-executions.ts'
import { familiesExperiment } from './declared/families.ts'
import { inMiniature } from './declared/in-miniature.ts'
import { stageLength } from './declared/stage-length.ts'
import type { Experiment } from './experiment.ts'

const whole: readonly Experiment[] = [familiesExperiment, stageLength, creditEstimators, designsAndExecutions]

/** The experiments by name, each with its miniature. */
export const experiments: readonly Experiment[] = whole.flatMap((experiment) => [experiment, inMiniature(experiment)])
