export type { BackendChoice, BackendName } from './backend/backend-name.ts'
export { backendNames } from './backend/backend-name.ts'
export type { UnusedBackend } from './backend/select-backend.ts'
export type { CheckpointResult } from './checkpoint.ts'
export { readCheckpoint, writeCheckpoint } from './checkpoint.ts'
export type { Engine, EngineResult } from './load-engine.ts'
export { loadEngine } from './load-engine.ts'
export type { PolicyGradientTerms } from './loss/policy-gradient-objective.ts'
export type { RowWeighting } from './loss/row-weighting.ts'
export type { NetworkShape } from './network-shape.ts'
export { shapeProblems } from './network-shape.ts'
export type { OptimizerSettings, OptimizerState } from './optimizer.ts'
export type {
  EvaluatedRow,
  NetworkState,
  PolicyGradientMetrics,
  PolicyGradientSettings,
  PolicyNetwork,
  StepMetrics,
  SupervisedMetrics,
  SupervisedSettings,
} from './policy-network.ts'
export type { ChosenToken, LegalTokens } from './sampling/choose-token.ts'
export type { Sample, SampleRequest, TokenMask } from './sampling/sample-request.ts'
export type { SamplingSession, SessionRequest } from './sampling/sampling-session.ts'
export type { TokenRow } from './token-block.ts'
export type { TrainingFaultKind } from './training-fault.ts'
export { TrainingFault } from './training-fault.ts'
export type { CompletionRow, PolicyGradientRow, SupervisedRow } from './training-row.ts'
export { parameterCount } from './weight-layout.ts'
