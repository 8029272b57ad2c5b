import type { BudgetScope, Value } from '../../compiler/index.ts'
import { callAgent } from '../agent/call-agent.ts'
import type { CallOutcome } from '../agent/call-context.ts'
import { BudgetAccount } from '../interpreter/budget-account.ts'
import { listLongerThan } from '../interpreter/list-longer-than.ts'
import { callTool } from '../tools/call-tool.ts'
import { Failure } from '../values/failure.ts'
import { recordOf } from '../values/record.ts'
import { Block } from './block.ts'
import type { Agent, DefinitionTable, Tool } from './definition.ts'
import { abortedEnding, failedStep, okay } from './ending.ts'
import type { Ending } from './ending.ts'
import { EvaluationFailed, Halt, orThrow } from './halt.ts'
import { Iterations } from './iterations.ts'
import type { Step, StepName } from './step.ts'

/** A value, or how it is computed where that may fail: the step that needs it then fails. */
type Given<Result> = Result | (() => Result)

type Values<Promises extends readonly Promise<unknown>[]> = { -readonly [At in keyof Promises]: Awaited<Promises[At]> }

/** A budget of a workflow that is written out in another one. */
export interface BudgetLimits {
  readonly path: string
  readonly workflow: string
  readonly tokens?: number
  readonly seconds?: number
}

/**
 * The steps of one block of an emitted module, in the order in which its code reaches them. Every method takes its place in
 * that order when it is called; a promise that it answers with never resolves to a value that is of no use, and rejects with
 * nothing to say where a step has failed.
 */
export class Steps {
  readonly #block: Block
  readonly #table: DefinitionTable
  readonly #accounts: readonly BudgetAccount[]
  /** A place in the order that was taken for the next step. */
  #reserved: Step | null
  readonly #ownSteps: Step[] = []

  constructor(block: Block, table: DefinitionTable, accounts: readonly BudgetAccount[], reserved: Step | null = null) {
    this.#block = block
    this.#table = table
    this.#accounts = accounts
    this.#reserved = reserved
  }

  /** Calls an agent. */
  call<Inputs extends object, Result>(instance: string, agent: Agent<Inputs, Result>, given: Given<NoInfer<Inputs>>): Promise<Result> {
    return this.#perform({ instance, kind: 'agent' }, (step, name) => {
      const inputs = this.#block.attempt(name, () => settled(given))
      if (inputs.kind !== 'ok') return inputs
      const values = agent.definition.parameters.map((parameter) => fieldIn(inputs.value, parameter.name))
      const call = { agent: this.#idOf(agent), inputs: values, node: name, budgets: this.#accounts }
      return this.#abortable(step, name, (signal) => callAgent(this.#block.place.services.calls, { ...call, signal }))
    })
  }

  /** Calls a tool; one that is not pure waits for every earlier step. */
  use<Inputs extends object, Result>(instance: string, tool: Tool<Inputs, Result>, given: Given<NoInfer<Inputs>>): Promise<Result> {
    const perform = (steps: Steps): Promise<Result> =>
      steps.#perform({ instance, kind: 'tool' }, (step, name) => {
        const inputs = this.#block.attempt(name, () => settled(given))
        if (inputs.kind !== 'ok') return inputs
        const named = recordOf(tool.definition.parameters.map((one) => [one.name, fieldIn(inputs.value, one.name)] as const))
        const { calls } = this.#block.place.services
        return this.#abortable(step, name, (signal) => callTool(calls, tool.definition, named, name, signal))
      })
    return tool.definition.pure ? perform(this) : this.inOrder([], perform)
  }

  /** Computes a value at once. */
  value<const Result>(instance: string, compute: () => Result): Result {
    return this.#block.evaluate(this.#open(), { instance, kind: 'compute' }, this.#accounts, compute)
  }

  /** Fails where the condition does not hold. */
  assert(instance: string, condition: () => boolean, message?: () => string): void {
    this.#block.evaluate(this.#open(), { instance, kind: 'assert' }, this.#accounts, () => {
      if (condition()) return
      throw new EvaluationFailed(new Failure('assert_failed', message?.() ?? 'The assertion does not hold.'))
    })
  }

  /** Performs one step when the values that it needs are there. */
  after<const Promises extends readonly Promise<unknown>[], Result>(
    promises: Promises,
    perform: (steps: Steps, ...values: Values<Promises>) => Result | Promise<Result>,
  ): Promise<Result> {
    return this.#later(promises, false, perform)
  }

  /** Performs one step when the values that it needs are there and every earlier step has succeeded. */
  inOrder<const Promises extends readonly Promise<unknown>[], Result>(
    promises: Promises,
    perform: (steps: Steps, ...values: Values<Promises>) => Result | Promise<Result>,
  ): Promise<Result> {
    return this.#later(promises, true, perform)
  }

  /** Waits until every step so far has succeeded. */
  earlier(): Promise<void> {
    return this.#block.afterAll()
  }

  /** Runs statements beside those that come after them. */
  run<Result>(instance: string, code: (steps: Steps) => Promise<Result>): Promise<Result> {
    return this.#perform({ instance, kind: 'if' }, (step, name) => this.#inner(step, name, code))
  }

  /** `a otherwise b`: the fallback runs where the attempt failed. */
  otherwise<Left, Right>(
    instance: string,
    attempt: (steps: Steps) => Promise<Left>,
    fallback: (steps: Steps) => Promise<Right>,
  ): Promise<Left | Right> {
    return this.#perform<Left | Right>({ instance, kind: 'otherwise' }, async (step, name) => {
      const first = await this.#inner(step, name, attempt)
      return first.kind === 'failed' && this.#block.mayStart(step) ? this.#inner(step, name, fallback) : first
    })
  }

  /** `and` whose right side makes calls. */
  and(instance: string, left: Given<boolean>, right: (steps: Steps) => Promise<boolean>): Promise<boolean> {
    return this.#lazy(instance, left, (value) => !value, right)
  }

  /** `or` whose right side makes calls. */
  or(instance: string, left: Given<boolean>, right: (steps: Steps) => Promise<boolean>): Promise<boolean> {
    return this.#lazy(instance, left, (value) => value, right)
  }

  /** `??` whose right side makes calls. */
  default<Left, Right>(
    instance: string,
    left: Given<Left>,
    right: (steps: Steps) => Promise<Right>,
  ): Promise<NonNullable<Left> | Right> {
    // What is decided by the left side is not `null`.
    return this.#lazy<Left | Right>(instance, left, (value) => value !== null, right) as Promise<NonNullable<Left> | Right>
  }

  /** Runs the code once per element, all at the same time; more than `max` elements are a failure. */
  each<Item, Result>(
    instance: string,
    { list, max, ordered = false }: EachLoop<Item>,
    code: (steps: Steps, item: Item, index: number) => Promise<Result>,
  ): Promise<readonly Result[]> {
    return this.#perform<readonly Result[]>({ instance, kind: 'each' }, (step, name) => {
      const items = this.#block.attempt(name, () => withinLimit(settled(list), max))
      if (items.kind !== 'ok') return items
      const { value } = items
      const count = value.length
      // The index runs over the list.
      return this.#iterate(step, { name, count, ordered }, (steps, index) => code(steps, value[index - 1] as Item, index))
    })
  }

  /** Runs the code so many times, all at the same time. */
  sample<Result>(
    instance: string,
    { count, ordered = false }: { readonly count: number; readonly ordered?: boolean },
    code: (steps: Steps) => Promise<Result>,
  ): Promise<readonly Result[]> {
    return this.#perform<readonly Result[]>({ instance, kind: 'sample' }, (step, name) =>
      this.#iterate(step, { name, count, ordered }, code),
    )
  }

  /** The rounds of a `repeat`: the next one begins when everything in the last one has ended. */
  repeat(instance: string, max: number): AsyncGenerator<Steps, void, void> {
    return this.#rounds({ instance, kind: 'repeat' }, () => Array.from({ length: max }, () => null), (steps) => steps)
  }

  /** The rounds of a `for`, in order, with the element and its index from 1; more than `max` elements are a failure. */
  for<Item>(
    instance: string,
    { list, max }: EachLoop<Item>,
  ): AsyncGenerator<readonly [steps: Steps, item: Item, index: number], void, void> {
    return this.#rounds(
      { instance, kind: 'for' },
      () => withinLimit(settled(list), max),
      (steps, item: Item, index) => [steps, item, index] as const,
    )
  }

  /** The steps of a workflow with a budget of its own, in the order of these; `close` tells when the last has been reached. */
  budget(limits: BudgetLimits): Steps {
    const { path, workflow } = limits
    const { tokens, seconds } = { tokens: limits.tokens ?? null, seconds: limits.seconds ?? null }
    const { services } = this.#block.place
    const scope: BudgetScope = { path, workflow, tokens, seconds }
    const account = new BudgetAccount(scope, Number.POSITIVE_INFINITY, services.calls.clock, services.exceedBudget)
    return new Steps(this.#block, this.#table, [...this.#accounts, account])
  }

  /** No further step comes under the budget: its clock stops with the last of them. */
  close(): void {
    const account = this.#accounts.at(-1)
    void Promise.all(this.#ownSteps.map((step) => step.ended)).then(() => account?.close())
  }

  #later<const Promises extends readonly Promise<unknown>[], Result>(
    promises: Promises,
    ordered: boolean,
    perform: (steps: Steps, ...values: Values<Promises>) => Result | Promise<Result>,
  ): Promise<Result> {
    const wait = async (): Promise<Result> => {
      const step = this.#open()
      try {
        const values: unknown[] = []
        for (const promise of promises) values.push(await promise)
        if (ordered) await this.#block.afterEarlier(step)
        // One value for each promise, of its type.
        return await perform(new Steps(this.#block, this.#table, this.#accounts, step), ...(values as Values<Promises>))
      } catch (error) {
        throw error instanceof Halt ? this.#block.abandon(step) : this.#crash(step, error)
      }
    }
    return quiet(wait())
  }

  #open(): Step {
    const step = this.#reserved ?? this.#block.open()
    this.#reserved = null
    this.#ownSteps.push(step)
    return step
  }

  #perform<Result>(stepName: StepName, work: (step: Step, name: string) => Ending<Result> | Promise<Ending<Result>>): Promise<Result> {
    const perform = async (): Promise<Result> => {
      const step = this.#open()
      const name = this.#block.begin(step, stepName, this.#accounts)
      let ending: Ending<Result>
      try {
        const begun = work(step, name)
        // What has ended already ends the block before anything else begins.
        ending = begun instanceof Promise ? await begun : begun
      } catch (error) {
        throw this.#crash(step, error)
      }
      return this.#block.settle(step, name, ending)
    }
    return quiet(perform())
  }

  /** A bug showed: the run ends with it. */
  #crash(step: Step, error: unknown): Halt {
    this.#block.place.services.crash(error)
    return this.#block.abandon(step)
  }

  async #abortable<Result>(
    step: Step,
    name: string,
    call: (signal: AbortSignal) => Promise<CallOutcome>,
  ): Promise<Ending<Result>> {
    const controller = new AbortController()
    this.#block.watch(step, {
      children: [],
      cancel: () => {
        controller.abort()
      },
    })
    const outcome = await call(controller.signal)
    switch (outcome.kind) {
      case 'ok':
        // Replies and results are validated against the type that the declaration gives.
        return okay(outcome.value as Result)
      case 'failed':
        return failedStep(name, outcome.failure)
      case 'aborted':
        return abortedEnding
    }
  }

  #inner<Result>(step: Step, owner: string, code: (steps: Steps) => Promise<Result>): Promise<Ending<Result>> {
    const block = new Block(this.#place(), owner)
    this.#block.watch(step, block)
    return block.run(() => code(new Steps(block, this.#table, this.#accounts)))
  }

  #iterate<Result>(
    step: Step,
    loop: { readonly name: string; readonly count: number; readonly ordered: boolean },
    code: (steps: Steps, index: number) => Promise<Result>,
  ): Promise<Ending<readonly Result[]>> {
    const iterations = new Iterations<Result>()
    this.#block.watch(step, iterations)
    return iterations.run(this.#place(), loop, (block, index) => code(new Steps(block, this.#table, this.#accounts), index))
  }

  #lazy<Result>(
    instance: string,
    left: Given<Result>,
    decides: (left: Result) => boolean,
    right: (steps: Steps) => Promise<Result>,
  ): Promise<Result> {
    return this.#perform<Result>({ instance, kind: 'lazy' }, (step, name) => {
      const first = this.#block.attempt(name, () => settled(left))
      if (first.kind !== 'ok' || decides(first.value)) return first
      return this.#inner(step, name, right)
    })
  }

  async *#rounds<Item, Round>(
    stepName: StepName,
    itemsOf: () => readonly Item[],
    roundOf: (steps: Steps, item: Item, index: number) => Round,
  ): AsyncGenerator<Round, void, void> {
    const step = this.#open()
    const name = this.#block.begin(step, stepName, this.#accounts)
    let ending: Ending<null> = okay(null)
    try {
      const items = this.#block.attempt(name, itemsOf)
      if (items.kind !== 'ok') {
        ending = items
        return
      }
      for (const [position, item] of items.value.entries()) {
        if (!this.#block.mayStart(step)) {
          ending = abortedEnding
          return
        }
        const index = position + 1
        const place = { ...this.#place(), indices: [...this.#place().indices, index] }
        const round: Block = new Block(place, `${name}[${index}]`)
        this.#block.watch(step, round)
        try {
          yield roundOf(new Steps(round, this.#table, this.#accounts), item, index)
        } finally {
          ending = await round.roundEnd()
        }
        if (ending.kind !== 'ok') return
      }
    } finally {
      this.#block.settle(step, name, ending)
    }
  }

  #place() {
    return this.#block.place
  }

  #idOf(agent: object): string {
    const id = this.#table.ids.get(agent)
    if (id === undefined) throw new Error('a module lists the agents that its workflows call')
    return id
  }
}

export interface EachLoop<Item> {
  readonly list: Given<readonly Item[]>
  readonly max: number
  /** One after another: the code reaches a tool that is not pure. */
  readonly ordered?: boolean
}

const settled = <Result>(given: Given<Result>): Result =>
  // No value of the language is a function.
  typeof given === 'function' ? (given as () => Result)() : given

const fieldIn = (inputs: object, name: string): Value => (inputs as { readonly [field: string]: Value })[name] ?? null

function withinLimit<Item>(items: readonly Item[], max: number): readonly Item[] {
  return orThrow(items.length > max ? listLongerThan(max, items.length) : items)
}

/** Nobody has to listen: the block knows how its steps end. */
function quiet<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined)
  return promise
}
