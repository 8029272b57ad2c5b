import type { Value } from '../../compiler/index.ts'
import type { Activity } from './activity.ts'
import { cancelAll } from './activity.ts'
import { instanceName } from './block-plan.ts'
import type { BlockPlan, NodePlan } from './block-plan.ts'
import { openAccounts } from './budget-account.ts'
import type { BudgetAccount } from './budget-account.ts'
import type { Frame } from './frame.ts'
import { evaluateOutputs } from './evaluate-outputs.ts'
import { aborted, nodeEnd } from './outcome.ts'
import type { Finish, Outcome } from './outcome.ts'
import type { Run } from './run.ts'
import { startNode } from './start-node.ts'

/**
 * One run of a block. A node starts when the nodes whose values it reads and the latest decision before it have succeeded,
 * an impure one when every earlier node has. When a node fails, later ones are aborted or never start and earlier ones
 * finish: what the block comes to is what running the nodes one after another would come to.
 */
export class BlockRun implements Activity {
  readonly #run: Run
  readonly #plan: BlockPlan
  readonly #frame: Frame
  readonly #owner: string
  readonly #finish: Finish
  readonly #waiting: number[]
  readonly #succeeded: boolean[]
  /** What is under way, by position. */
  readonly #running: (Activity | null)[]
  #runningCount = 0
  /** So many first nodes have all succeeded. */
  #prefix = 0
  /** The earliest node that ended the block early, and how. */
  #limit: number
  #ending: (() => Outcome) | null = null
  #cancelled = false
  #finished = false

  /** `owner` is the region instance that failures of the block's outputs are reported under. */
  constructor(run: Run, plan: BlockPlan, frame: Frame, owner: string, finish: Finish) {
    this.#run = run
    this.#plan = plan
    this.#frame = plan.budgets.size === 0 ? frame : { ...frame, accounts: openAccounts(run, plan.budgets, frame) }
    this.#owner = owner
    this.#finish = finish
    this.#waiting = plan.nodes.map((node) => node.waitsFor)
    this.#succeeded = plan.nodes.map(() => false)
    this.#running = plan.nodes.map(() => null)
    this.#limit = plan.nodes.length
  }

  get children(): Iterable<Activity> {
    return this.#runningFrom(0)
  }

  /** Called once, from a task. */
  start(): void {
    this.#advance([...this.#plan.ready])
  }

  cancel(): void {
    this.#cancelled = true
    this.#run.queue.add(() => {
      this.#endIfDone()
    })
  }

  /** Starts what can start; nodes that end at once may make others ready. */
  #advance(ready: number[]): void {
    for (const position of ready) {
      if (this.#cancelled || position >= this.#limit) continue
      const plan = this.#plan.nodes[position]
      if (plan === undefined) continue
      this.#eachAccount(plan, (account) => {
        account.nodeStarted()
      })
      const name = instanceName(plan, this.#frame.indices)
      this.#run.calls.emit({ kind: 'node_started', node: name, name: plan.node.name, nodeKind: plan.node.kind })
      const started = startNode(this.#run, plan, this.#frame, name, (outcome) => {
        this.#running[position] = null
        this.#runningCount -= 1
        const next: number[] = []
        this.#settle(plan, name, outcome, next)
        this.#advance(next)
      })
      if ('kind' in started) {
        this.#settle(plan, name, started, ready)
        continue
      }
      this.#running[position] = started
      this.#runningCount += 1
      // Starting a call runs foreign code, which may have cancelled the run.
      if (this.#cancelled) cancelAll([started])
    }
    this.#endIfDone()
  }

  /** Takes a node's end into account; adds to `ready` what may start now. */
  #settle(plan: NodePlan, name: string, outcome: Outcome, ready: number[]): void {
    this.#run.calls.emit({ kind: 'node_finished', node: name, outcome: nodeEnd(outcome) })
    this.#eachAccount(plan, (account) => {
      account.nodeFinished()
    })
    if (this.#cancelled || plan.position >= this.#limit) return
    switch (outcome.kind) {
      case 'ok':
        this.#succeed(plan, outcome.values, ready)
        break
      case 'failed':
      case 'stopped':
        this.#limit = plan.position
        this.#ending = this.#endingAt(plan, name, outcome)
        cancelAll(this.#runningFrom(plan.position + 1))
        break
      case 'aborted':
        // Only what was cancelled ends like this, and then the block was cancelled too.
        throw new Error(`${name} was aborted for no reason`)
    }
  }

  #succeed(plan: NodePlan, values: readonly Value[], ready: number[]): void {
    plan.results.forEach((id, i) => {
      this.#frame.scope.set(id, values[i] ?? null)
    })
    this.#succeeded[plan.position] = true
    for (const dependant of plan.dependants) {
      const left = (this.#waiting[dependant] ?? 0) - 1
      this.#waiting[dependant] = left
      if (left === 0) ready.push(dependant)
    }
    while (this.#succeeded[this.#prefix] === true) {
      this.#prefix += 1
      // The first node's turn comes from the plan's ready list.
      if (this.#plan.nodes[this.#prefix]?.impure === true) ready.push(this.#prefix)
    }
  }

  #endIfDone(): void {
    if (this.#finished || this.#runningCount > 0) return
    if (!this.#cancelled && this.#prefix < this.#limit) return
    this.#finished = true
    for (const budget of this.#plan.budgets.keys()) this.#frame.accounts.get(budget)?.close()
    const outcome = this.#outcome()
    this.#run.queue.add(() => {
      this.#finish(outcome)
    })
  }

  #outcome(): Outcome {
    if (this.#cancelled) return aborted
    return this.#ending?.() ?? evaluateOutputs(this.#plan.outputs, this.#frame.scope, this.#owner)
  }

  /** What a `stop` carries is read only when every node before it has ended. */
  #endingAt({ node }: NodePlan, name: string, outcome: Outcome): () => Outcome {
    if (node.kind !== 'stop' || outcome.kind !== 'stopped') return () => outcome
    return () => {
      const carried = evaluateOutputs(node.carried, this.#frame.scope, name)
      return carried.kind === 'ok' ? { kind: 'stopped', carried: carried.values } : carried
    }
  }

  #runningFrom(position: number): readonly Activity[] {
    return this.#running.slice(position).filter((activity) => activity !== null)
  }

  #eachAccount(plan: NodePlan, visit: (account: BudgetAccount) => void): void {
    if (this.#plan.budgets.size === 0) return
    for (const budget of plan.node.budgets) {
      const account = this.#plan.budgets.has(budget) ? this.#frame.accounts.get(budget) : undefined
      if (account !== undefined) visit(account)
    }
  }
}
