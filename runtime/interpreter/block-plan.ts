import type { Node, Pure, ValueId } from '../../compiler/graph/index.ts'

/** A block, prepared for running many times. */
export interface BlockPlan {
  readonly nodes: readonly NodePlan[]
  readonly outputs: readonly Pure[]
  /** The positions that wait for nothing. */
  readonly ready: readonly number[]
  /** Budgets whose workflow is inlined in this block, and how many of the block's nodes each covers. */
  readonly budgets: ReadonlyMap<number, number>
}

export interface NodePlan {
  readonly node: Node
  readonly position: number
  readonly results: readonly ValueId[]
  /** What follows the innermost iteration around the node in its instance name; without one, the whole name. */
  readonly suffix: string
  /** How many earlier nodes of the block have to succeed first; for an impure node all of them have to. */
  readonly waitsFor: number
  /** The positions of later nodes that wait for this one; impure ones aside. */
  readonly dependants: readonly number[]
  readonly impure: boolean
  /** The node's own blocks, as `blocksOf` lists them. */
  readonly blocks: readonly BlockPlan[]
}
