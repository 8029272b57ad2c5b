import type { Activity } from './activity.ts'
import type { BlockPlan } from './block-plan.ts'
import { BlockRun } from './block-run.ts'
import type { Frame } from './frame.ts'
import { aborted } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { NodeStart } from './start-node.ts'

/** A region that runs one block at a time. */
export class RegionRun implements Activity {
  readonly start: NodeStart
  #block: BlockRun | null = null
  #cancelled = false

  constructor(start: NodeStart) {
    this.start = start
  }

  get children(): readonly Activity[] {
    return this.#block === null ? [] : [this.#block]
  }

  cancel(): void {
    this.#cancelled = true
  }

  /** Runs a block; `then` goes on with what it came to, unless the region has been cancelled. */
  runBlock(position: number, frame: Frame, owner: string, then: (outcome: Exclude<Outcome, { kind: 'aborted' }>) => void): this {
    const block = new BlockRun(this.start.run, this.blockPlan(position), frame, owner, (outcome) => {
      this.#block = null
      if (this.#cancelled || outcome.kind === 'aborted') this.start.finish(aborted)
      else then(outcome)
    })
    this.#block = block
    this.start.run.calls.emit({ kind: 'block_started', node: this.start.name, block: position })
    this.start.run.queue.add(() => {
      block.start()
    })
    return this
  }

  blockPlan(position: number): BlockPlan {
    const plan = this.start.plan.blocks[position]
    if (plan === undefined) throw new Error('a region has its blocks')
    return plan
  }
}
