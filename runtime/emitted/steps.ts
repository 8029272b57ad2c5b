import { Failure } from '../values/failure.ts'
import { performAgentCall, performToolCall } from './call-steps.ts'
import type { Agent, Tool } from './definition.ts'
import { settled } from './given.ts'
import type { Given } from './given.ts'
import { EvaluationFailed } from './halt.ts'
import { Iterations } from './iterations.ts'
import { loopRounds } from './loop-rounds.ts'
import type { StepRunner } from './step-runner.ts'
import { withinLimit } from './within-limit.ts'

type Values<Promises extends readonly Promise<unknown>[]> = { -readonly [At in keyof Promises]: Awaited<Promises[At]> }

/** A budget of a workflow that is written out in another one. */
export interface BudgetLimits {
  readonly path: string
  readonly workflow: string
  readonly tokens?: number
  readonly seconds?: number
}

export interface EachLoop<Item> {
  readonly list: Given<readonly Item[]>
  readonly max: number
  /** One after another: the code reaches a tool that is not pure. */
  readonly ordered?: boolean
}

/**
 * The steps of one block of an emitted module, in the order in which its code reaches them. Every method takes its place in
 * that order when it is called; a promise that it answers with never resolves to a value that is of no use, and rejects with
 * nothing to say where a step has failed.
 */
export class Steps {
  readonly #runner: StepRunner

  constructor(runner: StepRunner) {
    this.#runner = runner
  }

  /** Calls an agent. */
  call<Inputs extends object, Result>(
    instance: string,
    agent: Agent<Inputs, Result>,
    given: Given<NoInfer<Inputs>>,
  ): Promise<Result> {
    return performAgentCall(this.#runner, instance, agent, given)
  }

  /** Calls a tool; one that is not pure waits for every earlier step. */
  use<Inputs extends object, Result>(
    instance: string,
    tool: Tool<Inputs, Result>,
    given: Given<NoInfer<Inputs>>,
  ): Promise<Result> {
    const perform = (runner: StepRunner): Promise<Result> => performToolCall(runner, instance, tool, given)
    return tool.definition.pure ? perform(this.#runner) : this.#runner.later([], true, perform)
  }

  /** Computes a value at once. */
  value<const Result>(instance: string, compute: () => Result): Result {
    const { block, accounts } = this.#runner
    return block.evaluate(this.#runner.open(), { instance, kind: 'compute' }, accounts, compute)
  }

  /** Fails where the condition does not hold. */
  assert(instance: string, condition: () => boolean, message?: () => string): void {
    const { block, accounts } = this.#runner
    block.evaluate(this.#runner.open(), { instance, kind: 'assert' }, accounts, () => {
      if (condition()) return
      throw new EvaluationFailed(new Failure('assert_failed', message?.() ?? 'The assertion does not hold.'))
    })
  }

  /** Performs one step when the values that it needs are there. */
  after<const Promises extends readonly Promise<unknown>[], Result>(
    promises: Promises,
    perform: (steps: Steps, ...values: Values<Promises>) => Result | Promise<Result>,
  ): Promise<Result> {
    // One value for each promise, of its type.
    return this.#runner.later(promises, false, (runner, values) => perform(new Steps(runner), ...(values as Values<Promises>)))
  }

  /** Performs one step when the values that it needs are there and every earlier step has succeeded. */
  inOrder<const Promises extends readonly Promise<unknown>[], Result>(
    promises: Promises,
    perform: (steps: Steps, ...values: Values<Promises>) => Result | Promise<Result>,
  ): Promise<Result> {
    return this.#runner.later(promises, true, (runner, values) => perform(new Steps(runner), ...(values as Values<Promises>)))
  }

  /** Waits until every step so far has succeeded. */
  earlier(): Promise<void> {
    return this.#runner.block.afterAll()
  }

  /**
   * Runs statements beside those that come after them: a branch or a loop of that name. Where its condition or its list fails
   * at once, nothing after it begins.
   */
  run<Result>(instance: string, code: (steps: Steps) => Promise<Result>): Promise<Result> {
    return this.#runner.perform({ instance, kind: null }, (step, name) => this.#runner.innerOrFailed(step, name, onSteps(code)))
  }

  /** `a otherwise b`: the fallback runs where the attempt failed. */
  otherwise<Left, Right>(
    instance: string,
    attempt: (steps: Steps) => Promise<Left>,
    fallback: (steps: Steps) => Promise<Right>,
  ): Promise<Left | Right> {
    const runner = this.#runner
    return runner.perform<Left | Right>({ instance, kind: 'otherwise' }, async (step, name) => {
      const first = await runner.inner(step, name, onSteps(attempt))
      return first.kind === 'failed' && runner.block.mayStart(step) ? runner.inner(step, name, onSteps(fallback)) : first
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
    const runner = this.#runner
    return runner.perform<readonly Result[]>({ instance, kind: 'each' }, (step, name) => {
      const items = runner.block.attempt(name, () => withinLimit(settled(list), max))
      if (items.kind !== 'ok') return items
      const { value } = items
      const iterations = new Iterations<Result>()
      runner.block.watch(step, iterations)
      return iterations.run(runner.place, { name, count: value.length, ordered }, (block, index) =>
        // The index runs over the list.
        code(new Steps(runner.in(block)), value[index - 1] as Item, index),
      )
    })
  }

  /** Runs the code so many times, all at the same time. */
  sample<Result>(
    instance: string,
    { count, ordered = false }: { readonly count: number; readonly ordered?: boolean },
    code: (steps: Steps) => Promise<Result>,
  ): Promise<readonly Result[]> {
    const runner = this.#runner
    return runner.perform<readonly Result[]>({ instance, kind: 'sample' }, (step, name) => {
      const iterations = new Iterations<Result>()
      runner.block.watch(step, iterations)
      return iterations.run(runner.place, { name, count, ordered }, (block) => code(new Steps(runner.in(block))))
    })
  }

  /** The rounds of a `repeat`: the next one begins when everything in the last one has ended. */
  repeat(instance: string, max: number): AsyncGenerator<Steps, void, void> {
    const rounds = () => Array.from({ length: max }, () => null)
    return loopRounds(this.#runner, { instance, kind: 'repeat' }, rounds, (runner) => new Steps(runner))
  }

  /** The rounds of a `for`, in order, with the element and its index from 1; more than `max` elements are a failure. */
  for<Item>(
    instance: string,
    { list, max }: EachLoop<Item>,
  ): AsyncGenerator<readonly [steps: Steps, item: Item, index: number], void, void> {
    const items = () => withinLimit(settled(list), max)
    return loopRounds(this.#runner, { instance, kind: 'for' }, items, (runner, item, index) => {
      return [new Steps(runner), item, index] as const
    })
  }

  /** The steps of a workflow with a budget of its own, in the order of these; `close` tells when the last has been reached. */
  budget({ path, workflow, tokens, seconds }: BudgetLimits): Steps {
    return new Steps(this.#runner.under({ path, workflow, tokens: tokens ?? null, seconds: seconds ?? null }))
  }

  /** No further step comes under the budget: its clock stops with the last of them. */
  close(): void {
    this.#runner.closeAccount()
  }

  #lazy<Result>(
    instance: string,
    left: Given<Result>,
    decides: (left: Result) => boolean,
    right: (steps: Steps) => Promise<Result>,
  ): Promise<Result> {
    return this.#runner.perform<Result>({ instance, kind: 'lazy' }, (step, name) => {
      const first = this.#runner.block.attempt(name, () => settled(left))
      if (first.kind !== 'ok' || decides(first.value)) return first
      return this.#runner.inner(step, name, onSteps(right))
    })
  }
}

/** Code of a module, as it is run. */
const onSteps =
  <Result>(code: (steps: Steps) => Promise<Result>) =>
  (runner: StepRunner): Promise<Result> =>
    code(new Steps(runner))
