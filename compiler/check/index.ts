export { checkProgram } from './check-program.ts'
export type { CheckResult } from './check-program.ts'
export type * from './checked-program.ts'
export { expressionsUnder, statementsIn } from './walk/walk.ts'
