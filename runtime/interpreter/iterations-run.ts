import type { Value } from '../../compiler/index.ts'
import type { Scope } from '../values/scope.ts'
import { cancelAll } from './activity.ts'
import type { Activity } from './activity.ts'
import { BlockRun } from './block-run.ts'
import { aborted, one } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { NodeStart } from './start-node.ts'

/**
 * Iterations that do not depend on each other: all at once, or one after another where `ordered`. When one fails, later
 * ones are aborted or never start and earlier ones finish, so that the lowest failing iteration is the one reported.
 */
export class IterationsRun implements Activity {
  readonly #start: NodeStart
  readonly #scopeOf: (index: number) => Scope
  readonly #ordered: boolean
  readonly #running = new Map<number, BlockRun>()
  readonly #values: Value[]
  /** Iterations from here on do not matter: one past the last, or the lowest that failed. */
  #limit: number
  #failure: Outcome | null = null
  #cancelled = false

  constructor(start: NodeStart, count: number, ordered: boolean, scopeOf: (index: number) => Scope) {
    this.#start = start
    this.#scopeOf = scopeOf
    this.#ordered = ordered
    this.#limit = count + 1
    this.#values = Array.from({ length: count }, () => null)
    const first = ordered ? 1 : count
    for (let index = 1; index <= first; index += 1) this.#begin(index)
  }

  get children(): Iterable<Activity> {
    return this.#running.values()
  }

  cancel(): void {
    this.#cancelled = true
  }

  #begin(index: number): void {
    const { run, plan, frame, name } = this.#start
    const [body] = plan.blocks
    if (body === undefined) throw new Error('iterations have a body')
    const inner = { ...frame, scope: this.#scopeOf(index), indices: [...frame.indices, index] }
    const block = new BlockRun(run, body, inner, `${name}[${index}]`, (outcome) => {
      this.#end(index, outcome)
    })
    this.#running.set(index, block)
    run.calls.emit({ kind: 'block_started', node: name, block: 0 })
    run.queue.add(() => {
      block.start()
    })
  }

  #end(index: number, outcome: Outcome): void {
    this.#running.delete(index)
    if (!this.#cancelled && index < this.#limit) this.#take(index, outcome)
    if (this.#running.size > 0) return
    if (this.#cancelled) this.#start.finish(aborted)
    else this.#start.finish(this.#failure ?? one(this.#values))
  }

  #take(index: number, outcome: Outcome): void {
    if (outcome.kind === 'ok') {
      this.#values[index - 1] = outcome.values[0] ?? null
      if (this.#ordered && index + 1 < this.#limit) this.#begin(index + 1)
      return
    }
    this.#limit = index
    this.#failure = outcome
    cancelAll([...this.#running].filter(([later]) => later > index).map(([, block]) => block))
  }
}
