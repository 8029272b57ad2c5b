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
  /** The pieces of the instance name between the indices of the loops around the node. */
  readonly name: readonly string[]
  /** How many earlier nodes of the block have to succeed first; for an impure node all of them have to. */
  readonly waitsFor: number
  /** The positions of later nodes that wait for this one; impure ones aside. */
  readonly dependants: readonly number[]
  readonly impure: boolean
  /** The node's own blocks, as `blocksOf` lists them. */
  readonly blocks: readonly BlockPlan[]
}

/** The name of one run of a node, inside iterations with these indices. */
export function instanceName(plan: NodePlan, indices: readonly number[]): string {
  const [first = '', ...rest] = plan.name
  return rest.length === 0 ? first : rest.reduce((name, piece, i) => `${name}[${indices[i] ?? '*'}]${piece}`, first)
}
