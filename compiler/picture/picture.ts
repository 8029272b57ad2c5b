import type { NodeName } from '../graph/index.ts'

/** What is drawn of a graph, in source order; where it is drawn is left to the format. */
export interface Picture {
  readonly title: string
  readonly items: readonly PictureItem[]
  readonly arrows: readonly PictureArrow[]
}

export type PictureItem = PictureNode | PictureBox

export interface PictureNode {
  readonly kind: 'node'
  /** A letter and a number, unique in the picture. */
  readonly id: string
  readonly shape: PictureShape
  /** The first line names it, the others say more. */
  readonly lines: readonly string[]
  /** How it is coloured, from −1 to 1; `null` as its shape is. */
  readonly tone: number | null
}

/** What is shown of a call beside its names. */
export interface NodeMark {
  readonly line: string
  /** From −1, orange, over 0, white, to 1, blue. */
  readonly tone: number
}

/** Marks by the names of nodes. */
export type NodeMarks = ReadonlyMap<NodeName, NodeMark>

/**
 * - `input`: a parameter of the workflow; `result`: what it returns.
 * - `value`: what a region hands to its body: an item, an index, a value that a loop carries.
 * - `decision`: an `assert` or a `stop when`.
 * - `nothing`: stands in a branch that has no calls.
 */
export type PictureShape = 'input' | 'result' | 'value' | 'agent' | 'tool' | 'decision' | 'nothing'

/** A region or one of its branches. */
export interface PictureBox {
  readonly kind: 'box'
  readonly id: string
  readonly title: string
  /** Never empty. */
  readonly items: readonly PictureItem[]
}

/**
 * `reads`: the end needs the value of the start. `again`: a loop carries the value into its next round. Never between an item
 * and a box around it.
 */
export interface PictureArrow {
  readonly kind: 'reads' | 'again'
  readonly from: string
  readonly to: string
}
