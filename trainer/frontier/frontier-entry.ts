/**
 * `design`: found in training. `vote`: the first single agent, once or with a vote. `other`: another single agent, or what was written
 * for the tasks. `designer`: the designer itself, which writes a design for each task.
 */
export const entryKinds = ['design', 'vote', 'other', 'designer'] as const

/** Something measured on held-out tasks. */
export interface FrontierEntry {
  readonly kind: (typeof entryKinds)[number]
  readonly name: string
  /** The script; `null` for the designer. */
  readonly text: string | null
  /** What it came to in training, where it was chosen by that. */
  readonly training: { readonly executions: number; readonly score: number; readonly requests: number } | null
  /** Mean score of each held-out task, in the order of the tasks. */
  readonly scores: readonly number[]
  /** Mean model requests of an execution, and its mean price; `null` where no price is known. */
  readonly requests: number
  readonly price: number | null
}
