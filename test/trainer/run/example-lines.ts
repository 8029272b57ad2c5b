import type { EvaluationLine, MetricsLine } from '../../../trainer/run/index.ts'
import type { StepFigures } from '../../../trainer/training/index.ts'

export const exampleShapes = { none: 0, direct: 0.5, vote: 0.25, loop: 0.25, chain: 0 }

export const exampleFigures = (changes: Partial<StepFigures> = {}): StepFigures => ({
  step: 0,
  trained: 'both',
  phase: 0,
  requests: 100,
  replayRequests: 0,
  score: 0.5,
  executorReward: 0.48,
  designerReward: null,
  requestsPerExecution: 2,
  compiledShare: 1,
  completedShare: 1,
  designs: 8,
  shapes: exampleShapes,
  designTokens: 12,
  replyTokens: 3.5,
  credit: null,
  warnings: [],
  executorLoss: 0.1,
  designerLoss: null,
  designerEntropy: null,
  ...changes,
})

export const exampleStep = (changes: Partial<StepFigures> = {}): Extract<MetricsLine, { kind: 'step' }> => ({
  kind: 'step',
  ...exampleFigures(changes),
})

export const exampleStart = (step: number, accuracy: number | null = null): MetricsLine => ({
  kind: 'start',
  role: 'executor',
  step,
  loss: 1,
  accuracy,
})

export const exampleEvaluation = (changes: Partial<EvaluationLine> = {}): EvaluationLine => ({
  kind: 'evaluation',
  step: 0,
  requests: 0,
  tasks: 12,
  success: 0.25,
  interval: [0.1, 0.4],
  requestsPerTask: 2,
  byFamily: [{ family: 'depth', success: 0.25, shapes: exampleShapes }],
  ...changes,
})
