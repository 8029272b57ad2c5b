import type { Value } from '../../compiler/index.ts'
import type { Scope } from '../values/scope.ts'
import { cancelAll } from './activity.ts'
import type { Activity } from './activity.ts'
import { BlockRun } from './block-run.ts'
import { aborted, one } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { NodeStart } from './start-node.ts'
import type { NextWave } from './waves.ts'

/**
 * Iterations that do not depend on each other, in waves: a wave begins when the one before has ended. When an iteration fails, later
 * ones are aborted or never start and earlier ones finish, so that the lowest failing iteration is the one reported.
 */
export class IterationsRun implements Activity {
  readonly #start: NodeStart
  readonly #scopeOf: (index: number) => Scope
  readonly #nextWave: NextWave
  /** What is under way, by its position in the list. */
  readonly #running: (BlockRun | null)[] = []
  #runningCount = 0
  readonly #values: Value[] = []
  /** So many iterations have begun. */
  #begun = 0
  /** The lowest iteration that failed, and how; later ones do not matter. */
  #limit = Infinity
  #failure: Outcome | null = null
  #cancelled = false

  /** The first wave begins at once, and is not empty. */
  constructor(start: NodeStart, nextWave: NextWave, scopeOf: (index: number) => Scope) {
    this.#start = start
    this.#scopeOf = scopeOf
    this.#nextWave = nextWave
    this.#beginWave(nextWave([]))
  }

  get children(): Iterable<Activity> {
    return this.#runningFrom(0)
  }

  cancel(): void {
    this.#cancelled = true
  }

  #beginWave(size: number): void {
    for (const end = this.#begun + size; this.#begun < end;) this.#begin((this.#begun += 1))
  }

  #begin(index: number): void {
    const { run, plan, frame, name } = this.#start
    const [body] = plan.blocks
    if (body === undefined) throw new Error('iterations have a body')
    const inner = { ...frame, scope: this.#scopeOf(index), indices: [...frame.indices, index] }
    const block = new BlockRun(run, body, inner, `${name}[${index}]`, (outcome) => {
      this.#end(index, outcome)
    })
    this.#running[index - 1] = block
    this.#runningCount += 1
    run.calls.emit({ kind: 'block_started', node: name, block: 0 })
    run.queue.add(() => {
      block.start()
    })
  }

  #end(index: number, outcome: Outcome): void {
    this.#running[index - 1] = null
    this.#runningCount -= 1
    if (!this.#cancelled && index < this.#limit) this.#take(index, outcome)
    if (this.#runningCount > 0) return
    if (this.#cancelled) this.#start.finish(aborted)
    else if (this.#failure !== null) this.#start.finish(this.#failure)
    else this.#goOn()
  }

  #take(index: number, outcome: Outcome): void {
    if (outcome.kind === 'ok') {
      this.#values[index - 1] = outcome.values[0] ?? null
      return
    }
    this.#limit = index
    this.#failure = outcome
    cancelAll(this.#runningFrom(index))
  }

  #runningFrom(position: number): readonly Activity[] {
    return this.#running.slice(position).filter((block) => block !== null)
  }

  /** Every iteration so far has succeeded. */
  #goOn(): void {
    const size = this.#nextWave(this.#values)
    if (size > 0) this.#beginWave(size)
    else this.#start.finish(one(this.#values))
  }
}
