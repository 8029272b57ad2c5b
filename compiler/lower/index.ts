export { lowerWorkflow } from './lower-workflow.ts'
export type { LoweringResult } from './lower-workflow.ts'
export { maximumNodes } from './lowering.ts'
export type { FixedMeaning, InlinedGeneric, LoweringProblem } from './lowering.ts'
