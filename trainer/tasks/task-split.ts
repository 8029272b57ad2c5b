import { deriveSeed } from '../random/random-stream.ts'

export type Split = 'training' | 'held_out'

/** Decides by a text alone on which side it stands: every run with equal settings agrees, whatever it generates. */
export interface TaskSplit {
  /** Share of all texts that are held out, in [0, 1). */
  readonly heldOut: number
  /** Another seed is another split. It is not the seed of the run: seeds are compared on the same held-out tasks. */
  readonly seed: number
}

export const defaultSplit: TaskSplit = { heldOut: 0.2, seed: 0 }

/** The side on which a text stands. */
export function splitOf(text: string, split: TaskSplit): Split {
  return deriveSeed(split.seed, 'split', text) < split.heldOut * Number.MAX_SAFE_INTEGER ? 'held_out' : 'training'
}
