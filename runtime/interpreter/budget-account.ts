import type { BudgetScope } from '../../compiler/index.ts'
import type { Spending } from '../agent/call-context.ts'
import type { Intake } from '../journal/intake.ts'
import type { Frame } from './frame.ts'
import type { Run } from './run.ts'

/** The accounts in force, with new ones for the budgets begun in the frame; each covers so many nodes. */
export function openAccounts(
  run: Run,
  budgets: ReadonlyMap<number, number>,
  frame: Frame,
): ReadonlyMap<number, BudgetAccount> {
  const accounts = new Map(frame.accounts)
  for (const [budget, nodes] of budgets) {
    const scope = run.graph.budgets[budget]
    if (scope === undefined) continue
    const name = `${scope.path}[${frame.indices.join(',')}] budget ${budget}`
    accounts.set(budget, new BudgetAccount(scope, name, nodes, run.calls.intake, run.exceedBudget))
  }
  return accounts
}

export type ExceedBudget = (scope: BudgetScope, reason: 'tokens' | 'seconds') => void

/**
 * What one call of a workflow with a budget has used. Tokens are completion tokens; they are counted when a reply is there, and
 * no request is sent where none are left: only requests that were with a model then may exceed the budget before the run is
 * stopped. Seconds run from the workflow's first node to its last.
 */
export class BudgetAccount implements Spending {
  readonly #scope: BudgetScope
  readonly #name: string
  readonly #intake: Intake
  readonly #exceed: ExceedBudget
  #spent = 0
  #unfinishedNodes: number
  #cancelTimer: (() => void) | null = null

  /** `name` is unique in the run. */
  constructor(scope: BudgetScope, name: string, nodes: number, intake: Intake, exceed: ExceedBudget) {
    this.#scope = scope
    this.#unfinishedNodes = nodes
    this.#name = name
    this.#intake = intake
    this.#exceed = exceed
  }

  hasLeft(): boolean {
    return this.#scope.tokens === null || this.#spent < this.#scope.tokens
  }

  permits(): boolean {
    if (this.hasLeft()) return true
    this.#exceed(this.#scope, 'tokens')
    return false
  }

  spend(completionTokens: number): void {
    this.#spent += completionTokens
    if (this.#scope.tokens !== null && this.#spent > this.#scope.tokens) this.#exceed(this.#scope, 'tokens')
  }

  nodeStarted(): void {
    if (this.#scope.seconds === null || this.#cancelTimer !== null) return
    this.#cancelTimer = this.#intake.after(this.#name, this.#scope.seconds, () => {
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
