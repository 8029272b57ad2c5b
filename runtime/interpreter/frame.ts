import type { BudgetAccount } from './budget-account.ts'
import type { Scope } from '../values/scope.ts'

/** Where a block runs: the values it sees, the iteration it belongs to, and the budgets it is on account of. */
export interface Frame {
  readonly scope: Scope
  /** The innermost iteration around, such as `main/repeat[2]`: instance names inside begin with it. Empty outside. */
  readonly iteration: string
  /** By position in the graph's budgets. */
  readonly accounts: ReadonlyMap<number, BudgetAccount>
}
