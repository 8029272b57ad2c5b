import { boundsOfNode } from '../bounds/bounds-of.ts'
import { operandsOf, renameValues, withBlocks, withOperands } from '../graph/index.ts'
import type { Block, Graph, Node, Pure, ValueId } from '../graph/index.ts'
import { noBounds } from './change.ts'
import type { Change } from './change.ts'
import { hasEffect } from './has-effect.ts'
import { hasTimeBudget } from './has-time-budget.ts'
import { isDeterministic } from './is-deterministic.ts'
import type { SingleStep } from './is-deterministic.ts'
import type { Pass } from './pass.ts'

/**
 * A deterministic call gives way to one that was certainly made before: the same agent or tool, the same arguments, the same budgets,
 * earlier in its block or in a block around it, and no effect in between. Equal pure steps are merged too, since calls that read
 * them are then equal.
 */
export const mergeIdenticalCalls: Pass = (graph) => {
  const merging = new Merging(graph)
  return { body: merging.block(graph.body, new Map()), changes: merging.changes }
}

/** The steps that have certainly come to their value at a point of a block, by what they do. */
type MadeBefore = Map<string, SingleStep>

class Merging {
  readonly changes: Change[] = []
  readonly #graph: Graph
  /** A region that reads a value from before it waits for it: that may take longer. */
  readonly #reachesIntoRegions: boolean
  /** Values of steps that gave way, and the values that they are. */
  readonly #sameAs = new Map<ValueId, ValueId>()

  constructor(graph: Graph) {
    this.#graph = graph
    this.#reachesIntoRegions = !hasTimeBudget(graph)
  }

  /** Leaves `made` as it was: what a block makes is not made for sure outside of it. */
  block({ nodes, outputs }: Block, made: MadeBefore): Block {
    const madeHere: string[] = []
    const kept = nodes.flatMap((node) => this.#node(node, made, madeHere))
    for (const key of madeHere) made.delete(key)
    return { nodes: kept, outputs: outputs.map(this.#renamed) }
  }

  #node(written: Node, made: MadeBefore, madeHere: string[]): readonly Node[] {
    const node = withOperands(written, this.#renamed)
    if (hasEffect(this.#graph, node)) made.clear()
    if (!isDeterministic(this.#graph, node)) {
      return [withBlocks(node, (inner) => this.block(inner, this.#reachesIntoRegions ? made : new Map()))]
    }
    const key = keyOf(node)
    const earlier = made.get(key)
    if (earlier === undefined) {
      made.set(key, node)
      madeHere.push(key)
      return [node]
    }
    this.#sameAs.set(node.result, earlier.result)
    const before = boundsOfNode(this.#graph, node)
    this.changes.push({ kind: 'merged', node: node.name, into: earlier.name, before, after: noBounds })
    return []
  }

  readonly #renamed = (pure: Pure): Pure => renameValues(pure, (id) => this.#sameAs.get(id) ?? id)
}

/** Equal for steps that give equal values wherever both are made. */
function keyOf(node: SingleStep): string {
  const callee = node.kind === 'agent' ? node.agent : node.kind === 'tool' ? node.tool : null
  return JSON.stringify([node.kind, callee, node.kind === 'compute' ? [] : node.budgets, operandsOf(node)])
}
