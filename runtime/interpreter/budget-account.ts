import type { BudgetScope } from '../../compiler/index.ts'
import type { Spending } from '../agent/call-context.ts'
import type { Clock } from '../clock/clock.ts'
import type { Run } from './run.ts'

/** The accounts in force, with new ones for the budgets begun here; each covers so many nodes. */
export function openAccounts(
  run: Run,
  budgets: ReadonlyMap<number, number>,
  outer: ReadonlyMap<number, BudgetAccount>,
): ReadonlyMap<number, BudgetAccount> {
  const accounts = new Map(outer)
  for (const [budget, nodes] of budgets) {
    const scope = run.graph.budgets[budget]
    if (scope !== undefined) accounts.set(budget, new BudgetAccount(scope, nodes, run.calls.clock, run.exceedBudget))
  }
  return accounts
}

export type ExceedBudget = (scope: BudgetScope, reason: 'tokens' | 'seconds') => void

/**
 * What one call of a workflow with a budget has used. Tokens are completion tokens; they are counted when a reply is there,
 * so that calls under way may exceed the budget before the run is stopped. Seconds run from the workflow's first node to
 * its last.
 */
export class BudgetAccount implements Spending {
  readonly #scope: BudgetScope
  readonly #clock: Clock
  readonly #exceed: ExceedBudget
  #spent = 0
  #unfinishedNodes: number
  #cancelTimer: (() => void) | null = null

  constructor(scope: BudgetScope, nodes: number, clock: Clock, exceed: ExceedBudget) {
    this.#scope = scope
    this.#unfinishedNodes = nodes
    this.#clock = clock
    this.#exceed = exceed
  }

  permits(): boolean {
    if (this.#scope.tokens === null || this.#spent < this.#scope.tokens) return true
    this.#exceed(this.#scope, 'tokens')
    return false
  }

  spend(completionTokens: number): void {
    this.#spent += completionTokens
    if (this.#scope.tokens !== null && this.#spent > this.#scope.tokens) this.#exceed(this.#scope, 'tokens')
  }

  nodeStarted(): void {
    if (this.#scope.seconds === null || this.#cancelTimer !== null) return
    this.#cancelTimer = this.#clock.after(this.#scope.seconds, () => {
      this.#exceed(this.#scope, 'seconds')
    })
  }

  nodeFinished(): void {
    this.#unfinishedNodes -= 1
    if (this.#unfinishedNodes === 0) this.close()
  }

  /** Stops the clock. */
  close(): void {
    this.#cancelTimer?.()
  }
}
