import type { BudgetAccount } from './budget-account.ts'
import type { Scope } from '../values/scope.ts'

/** Where a block runs: the values it sees, the iterations around it, and the budgets it is on account of. */
export interface Frame {
  readonly scope: Scope
  /** Indices of the enclosing loops' iterations, outermost first, counted from 1. */
  readonly indices: readonly number[]
  /** By position in the graph's budgets. */
  readonly accounts: ReadonlyMap<number, BudgetAccount>
}
