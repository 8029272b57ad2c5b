import type { Node } from '../../compiler/index.ts'
import type { Activity } from '../interpreter/activity.ts'

/** One step of a block: what a node is in the graph. Its place in the order is that in which the module's code reaches it. */
export class Step {
  readonly position: number
  /** Told when it has ended, in whatever way. */
  readonly ended: Promise<void>
  /** What it has under way. */
  activity: Activity | null = null
  succeeded = false
  readonly #end: () => void

  constructor(position: number) {
    this.position = position
    let end = (): void => undefined
    this.ended = new Promise((resolve) => {
      end = resolve
    })
    this.#end = end
  }

  end(succeeded: boolean): void {
    this.activity = null
    this.succeeded = succeeded
    this.#end()
  }
}

/** What is told of a step in the events of a run. */
export interface StepName {
  /** The node's instance in the graph, with `[*]` where the index of an enclosing loop goes. */
  readonly instance: string
  /** `null` for statements that stand beside others: nothing is told of them, as of those in line. */
  readonly kind: Node['kind'] | null
}
