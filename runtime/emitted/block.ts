import type { BudgetScope, Value } from '../../compiler/index.ts'
import { cancelAll } from '../interpreter/activity.ts'
import type { Activity } from '../interpreter/activity.ts'
import { instanceName } from '../interpreter/block-plan.ts'
import { BudgetAccount } from '../interpreter/budget-account.ts'
import type { RunServices } from '../interpreter/run.ts'
import type { NodeEnd, NodeFailure } from '../events/run-event.ts'
import type { Failure } from '../values/failure.ts'
import { abortedEnding, failedStep, okay } from './ending.ts'
import type { Ending } from './ending.ts'
import { EvaluationFailed, Halt } from './halt.ts'
import { Step } from './step.ts'
import type { StepName } from './step.ts'

/** Where a block runs: the run, and the indices of the iterations around it. */
export interface BlockPlace {
  readonly services: RunServices
  readonly indices: readonly number[]
}

/**
 * One run of a block of an emitted module. It keeps the rule of the interpreter's `BlockRun`: when a step fails, later ones
 * are aborted or never start and earlier ones finish, so that what the block comes to is what its steps would come to one
 * after another.
 */
export class Block implements Activity {
  readonly place: BlockPlace
  readonly #owner: string
  readonly #steps: Step[] = []
  readonly #accounts: BudgetAccount[] = []
  /** The earliest step that failed. */
  #limit = Number.POSITIVE_INFINITY
  #failure: NodeFailure | null = null
  #cancelled = false

  /** `owner` is the instance that failures of the block's result are reported under. */
  constructor(place: BlockPlace, owner: string) {
    this.place = place
    this.#owner = owner
  }

  /** How the earliest step that failed did so. */
  get failure(): NodeFailure | null {
    return this.#failure
  }

  get children(): Iterable<Activity> {
    return this.#steps.flatMap((step) => step.activity ?? [])
  }

  cancel(): void {
    this.#cancelled = true
  }

  /** The next step in the order of the text. Nothing comes after a failure. */
  open(): Step {
    if (this.#cancelled || this.#failure !== null) throw new Halt()
    const step = new Step(this.#steps.length)
    this.#steps.push(step)
    return step
  }

  /** Waits until every step before this one has succeeded, as one with an effect has to. */
  async afterEarlier(step: Step): Promise<void> {
    for (const earlier of this.#steps.slice(0, step.position)) {
      await earlier.ended
      if (!earlier.succeeded) throw new Halt()
    }
  }

  /** Waits until all steps so far have succeeded. */
  async afterAll(): Promise<void> {
    for (const earlier of [...this.#steps]) {
      await earlier.ended
      if (!earlier.succeeded) throw new Halt()
    }
  }

  nameOf({ instance }: StepName): string {
    return instanceName({ namePieces: instance.split('[*]') }, this.place.indices)
  }

  /** Whether the step's turn can still come. */
  mayStart(step: Step): boolean {
    return !this.#cancelled && step.position < this.#limit
  }

  /** Ends a step that never started. */
  abandon(step: Step): Halt {
    step.end(false)
    return new Halt()
  }

  /** Starts a step on account of the budgets given; answers with its name. */
  begin(step: Step, stepName: StepName, accounts: readonly BudgetAccount[]): string {
    if (!this.mayStart(step)) throw this.abandon(step)
    const name = this.nameOf(stepName)
    for (const account of accounts) account.nodeStarted()
    const nodeName = stepName.instance.replaceAll('[*]', '')
    if (stepName.kind !== null) {
      this.place.services.calls.emit({ kind: 'node_started', node: name, name: nodeName, nodeKind: stepName.kind })
    }
    return name
  }

  /** Something that the step has under way; what is cancelled already is told so. */
  watch(step: Step, activity: Activity): void {
    step.activity = activity
    if (!this.mayStart(step)) cancelAll([activity])
  }

  /** Takes the end of a step into account: its value, where its turn has not passed. */
  settle<Result>(step: Step, stepName: StepName, ending: Ending<Result>): Result {
    if (stepName.kind !== null) {
      this.place.services.calls.emit({ kind: 'node_finished', node: this.nameOf(stepName), outcome: nodeEnd(ending) })
    }
    const counts = this.mayStart(step)
    step.end(counts && ending.kind === 'ok')
    if (counts && ending.kind === 'ok') return ending.value
    if (counts && ending.kind === 'failed') {
      this.#limit = step.position
      this.#failure = ending.failure
      cancelAll(this.#steps.slice(step.position + 1).flatMap((later) => later.activity ?? []))
    }
    throw new Halt()
  }

  /** Evaluates at once, as a step of its own. */
  evaluate<Result>(step: Step, stepName: StepName, accounts: readonly BudgetAccount[], compute: () => Result): Result {
    const name = this.begin(step, stepName, accounts)
    return this.settle(step, stepName, this.attempt(name, compute))
  }

  attempt<Result>(name: string, compute: () => Result): Ending<Result> {
    try {
      return okay(compute())
    } catch (error) {
      if (error instanceof EvaluationFailed) return failedStep(name, error.failure)
      throw error
    }
  }

  /** Runs the block's code and waits for everything in it: no step outlives the block. */
  async run<Result>(code: () => Promise<Result>): Promise<Ending<Result>> {
    let result: Ending<Result> | null = null
    let broken: Failure | null = null
    try {
      result = okay(await code())
    } catch (error) {
      if (error instanceof EvaluationFailed) broken = error.failure
      else if (!(error instanceof Halt)) throw error
    }
    await this.idle()
    if (this.#cancelled) return abortedEnding
    if (this.#failure !== null) return { kind: 'failed', failure: this.#failure }
    if (broken !== null) return failedStep(this.#owner, broken)
    if (result === null) throw new Error(`${this.#owner} halted for no reason`)
    return result
  }

  /** Opens an account for a budget that begins here; it is closed with the block at the latest. */
  openAccount(scope: BudgetScope): BudgetAccount {
    const { calls, exceedBudget } = this.place.services
    const account = new BudgetAccount(scope, `${scope.path} budget`, Number.POSITIVE_INFINITY, calls.intake, exceedBudget)
    this.#accounts.push(account)
    return account
  }

  /** Waits until nothing in the block is under way. */
  async idle(): Promise<void> {
    for (const step of this.#steps) await step.ended
    for (const account of this.#accounts) account.close()
  }

  /** How a loop's round ended, whose code runs in the loop's own function. */
  async roundEnd(): Promise<Ending<null>> {
    await this.idle()
    if (this.#cancelled) return abortedEnding
    return this.#failure === null ? okay(null) : { kind: 'failed', failure: this.#failure }
  }
}

/** The end as the trace tells it; a region's value is no node's result there. */
function nodeEnd(ending: Ending<unknown>): NodeEnd {
  switch (ending.kind) {
    case 'ok':
      return { kind: 'ok', values: isValue(ending.value) ? [ending.value] : [] }
    case 'failed':
      return { kind: 'failed', ...ending.failure }
    case 'aborted':
      return ending
  }
}

const isValue = (result: unknown): result is Value => result !== undefined
