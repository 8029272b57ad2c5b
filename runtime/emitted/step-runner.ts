import type { BudgetScope } from '../../compiler/index.ts'
import type { BudgetAccount } from '../interpreter/budget-account.ts'
import { Block } from './block.ts'
import type { BlockPlace } from './block.ts'
import type { DefinitionTable } from './definition.ts'
import type { Ending } from './ending.ts'
import { Halt } from './halt.ts'
import type { Step, StepName } from './step.ts'

/** What a step does: how it ends, now or later. */
type Work<Result> = (step: Step, name: string) => Ending<Result> | Promise<Ending<Result>>

/** Runs steps of a block, on account of the same budgets, each in the order in which it is opened. */
export class StepRunner {
  readonly block: Block
  readonly table: DefinitionTable
  readonly accounts: readonly BudgetAccount[]
  /** A place in the order that was taken for the next step. */
  #reserved: Step | null
  readonly #opened: Step[] = []

  constructor(block: Block, table: DefinitionTable, accounts: readonly BudgetAccount[], reserved: Step | null = null) {
    this.block = block
    this.table = table
    this.accounts = accounts
    this.#reserved = reserved
  }

  get place(): BlockPlace {
    return this.block.place
  }

  /** The next step in the order of the text. */
  open(): Step {
    const step = this.#reserved ?? this.block.open()
    this.#reserved = null
    this.#opened.push(step)
    return step
  }

  /** Performs the next step; the promise never rejects unheard. */
  perform<Result>(stepName: StepName, work: Work<Result>): Promise<Result> {
    const perform = async (): Promise<Result> => {
      const step = this.open()
      const name = this.block.begin(step, stepName, this.accounts)
      let ending: Ending<Result>
      try {
        const begun = work(step, name)
        // What has ended already ends the block before anything else begins.
        ending = begun instanceof Promise ? await begun : begun
      } catch (error) {
        throw this.#crash(step, error)
      }
      return this.block.settle(step, stepName, ending)
    }
    return quiet(perform())
  }

  /** Performs the next step when the promises have given their values and, where `ordered`, every earlier step has succeeded. */
  later<Result>(
    promises: readonly Promise<unknown>[],
    ordered: boolean,
    perform: (runner: StepRunner, values: readonly unknown[]) => Result | Promise<Result>,
  ): Promise<Result> {
    const wait = async (): Promise<Result> => {
      const step = this.open()
      try {
        const values: unknown[] = []
        for (const promise of promises) values.push(await promise)
        if (ordered) await this.block.afterEarlier(step)
        return await perform(new StepRunner(this.block, this.table, this.accounts, step), values)
      } catch (error) {
        throw error instanceof Halt ? this.block.abandon(step) : this.#crash(step, error)
      }
    }
    return quiet(wait())
  }

  /** Runs code as a block inside the step; `owner` is the instance that failures of its result are reported under. */
  inner<Result>(step: Step, owner: string, code: (runner: StepRunner) => Promise<Result>): Promise<Ending<Result>> {
    const block = new Block(this.place, owner)
    this.block.watch(step, block)
    return block.run(() => code(this.in(block)))
  }

  /** The same; answers at once where the step that has the owner's own name has failed already. */
  innerOrFailed<Result>(
    step: Step,
    owner: string,
    code: (runner: StepRunner) => Promise<Result>,
  ): Ending<Result> | Promise<Ending<Result>> {
    const block = new Block(this.place, owner)
    this.block.watch(step, block)
    const ending = block.run(() => code(this.in(block)))
    return block.failure?.node === owner ? { kind: 'failed', failure: block.failure } : ending
  }

  /** Runs steps of another block, inside a step of this one. */
  in(block: Block): StepRunner {
    return new StepRunner(block, this.table, this.accounts)
  }

  /** Runs steps that are on account of another budget too. */
  under(scope: BudgetScope): StepRunner {
    return new StepRunner(this.block, this.table, [...this.accounts, this.block.openAccount(scope)])
  }

  /** Closes the latest account when all steps so far have ended. */
  closeAccount(): void {
    void Promise.all(this.#opened.map((step) => step.ended)).then(() => this.accounts.at(-1)?.close())
  }

  /** A bug showed: the run ends with it. */
  #crash(step: Step, error: unknown): Halt {
    this.place.services.crash(error)
    return this.block.abandon(step)
  }
}

/** Nobody has to listen: the block knows how its steps end. */
function quiet<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined)
  return promise
}
