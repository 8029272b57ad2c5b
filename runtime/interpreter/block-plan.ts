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
  /** The parts of its instance name between the indices of the loops around it, outermost first. */
  readonly namePieces: readonly string[]
  /** How many earlier nodes of the block have to succeed first; for an impure node all of them have to. */
  readonly waitsFor: number
  /** The positions of later nodes that wait for this one; impure ones aside. */
  readonly dependants: readonly number[]
  readonly impure: boolean
  /** The node's own blocks, as `blocksOf` lists them. */
  readonly blocks: readonly BlockPlan[]
}

/** The name of one run of the node: the index of each loop around it, outermost first, put where the graph's name has `[*]`. */
export function instanceName({ namePieces }: Pick<NodePlan, 'namePieces'>, indices: readonly number[]): string {
  let name = namePieces[0] ?? ''
  for (let depth = 1; depth < namePieces.length; depth += 1) name += `[${indices[depth - 1] ?? '?'}]${namePieces[depth] ?? ''}`
  return name
}
