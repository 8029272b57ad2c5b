import type { BudgetAccount } from './budget-account.ts'
import type { Scope } from '../values/scope.ts'

/** Where a block runs: the values it sees, the iteration it belongs to, and the budgets it is on account of. */
export interface Frame {
  readonly scope: Scope
  /** The indices, from 1, of the iterations around, outermost first. */
  readonly indices: readonly number[]
  /** By position in the graph's budgets. */
  readonly accounts: ReadonlyMap<number, BudgetAccount>
}
