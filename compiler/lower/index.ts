export { lowerWorkflow } from './lower-workflow.ts'
export type { LoweringResult } from './lower-workflow.ts'
export { limits, maximumNesting, maximumNodes } from './giving-up.ts'
export type { BudgetedCall, Excess, FixedMeaning, LoweringProblem } from './lowering.ts'
