import { cancelAll } from '../interpreter/activity.ts'
import type { Activity } from '../interpreter/activity.ts'
import { Block } from './block.ts'
import type { BlockPlace } from './block.ts'
import { abortedEnding, okay } from './ending.ts'
import type { Ending } from './ending.ts'

/**
 * Iterations that do not depend on each other, as the interpreter's `IterationsRun`: all at once, or one after another where
 * `ordered`; when one fails, later ones are aborted or never start, and the lowest that fails is the one reported.
 */
export class Iterations<Result> implements Activity {
  readonly #blocks = new Map<number, Block>()
  #cancelled = false
  #limit = Number.POSITIVE_INFINITY
  #failure: Ending<never> | null = null

  get children(): Iterable<Activity> {
    return this.#blocks.values()
  }

  cancel(): void {
    this.#cancelled = true
  }

  /** Runs `code` so many times, each with its index from 1. */
  async run(
    place: BlockPlace,
    { name, count, ordered }: { readonly name: string; readonly count: number; readonly ordered: boolean },
    code: (block: Block, index: number) => Promise<Result>,
  ): Promise<Ending<readonly Result[]>> {
    const values: Result[] = []
    const iterate = async (index: number): Promise<void> => {
      if (this.#cancelled || index >= this.#limit) return
      const block = new Block({ ...place, indices: [...place.indices, index] }, `${name}[${index}]`)
      this.#blocks.set(index, block)
      const ending = await block.run(() => code(block, index))
      this.#blocks.delete(index)
      if (ending.kind === 'ok') values[index - 1] = ending.value
      else if (ending.kind === 'failed') this.#fail(index, ending)
    }
    const indices = Array.from({ length: count }, (_, position) => position + 1)
    if (ordered) for (const index of indices) await iterate(index)
    else await Promise.all(indices.map(iterate))
    if (this.#cancelled) return abortedEnding
    return this.#failure ?? okay(values)
  }

  #fail(index: number, ending: Ending<never>): void {
    if (this.#cancelled || index >= this.#limit) return
    this.#limit = index
    this.#failure = ending
    cancelAll([...this.#blocks].filter(([later]) => later > index).map(([, block]) => block))
  }
}
