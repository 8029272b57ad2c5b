import { boundsOfNode } from '../bounds/bounds-of.ts'
import { operandsOf, renameValues, withBlocks } from '../graph/index.ts'
import type { Block, Graph, Node, NodeName, Pure, ValueId } from '../graph/index.ts'
import { noBounds } from './change.ts'
import type { Change } from './change.ts'
import { hasEffect } from './has-effect.ts'
import { hasTimeBudget } from './has-time-budget.ts'
import { isDeterministic } from './is-deterministic.ts'
import type { SingleStep } from './is-deterministic.ts'
import type { Pass } from './pass.ts'

/**
 * A deterministic call takes the value of one that was certainly made before: the same agent or tool, the same arguments, the same
 * budgets, earlier in its block or in a block around it, and no effect in between. It stays as a pure step under its name.
 */
export const mergeIdenticalCalls: Pass = (graph) => {
  const merging = new Merging(graph)
  return { body: merging.block(graph.body, new Map()), changes: merging.changes }
}

interface Made {
  readonly name: NodeName
  readonly result: ValueId
}

/** What has certainly come to its value at a point of a block, by what it computes. */
type MadeBefore = ReadonlyMap<string, Made>

class Merging {
  readonly changes: Change[] = []
  readonly #graph: Graph
  /** A region that reads a value from before it waits for it: that may take longer. */
  readonly #reachesIntoRegions: boolean
  /** Values that are always equal to an earlier one, and that one. */
  readonly #sameAs = new Map<ValueId, ValueId>()

  constructor(graph: Graph) {
    this.#graph = graph
    this.#reachesIntoRegions = !hasTimeBudget(graph)
  }

  block(block: Block, outer: MadeBefore): Block {
    const made = new Map(outer)
    return { ...block, nodes: block.nodes.map((node) => this.#node(node, made)) }
  }

  #node(node: Node, made: Map<string, Made>): Node {
    if (hasEffect(this.#graph, node)) made.clear()
    if (isDeterministic(this.#graph, node)) return this.#step(node, made)
    return withBlocks(node, (inner) => this.block(inner, this.#reachesIntoRegions ? made : new Map()))
  }

  #step(node: SingleStep, made: Map<string, Made>): Node {
    const key = this.#keyOf(node)
    const earlier = made.get(key)
    if (earlier === undefined) {
      made.set(key, node)
      return node
    }
    this.#sameAs.set(node.result, earlier.result)
    // An equal pure step costs nothing: it is only known to give the same value.
    if (node.kind === 'compute') return node
    this.changes.push({
      kind: 'merged',
      node: node.name,
      into: earlier.name,
      before: boundsOfNode(this.#graph, node),
      after: noBounds,
    })
    const { name, instance, place, budgets, result } = node
    const expression: Pure = { kind: 'value', id: earlier.result }
    return { kind: 'compute', name, instance, place, budgets, expression, result }
  }

  /** Equal for steps that give equal values wherever both are made. */
  #keyOf(node: SingleStep): string {
    const callee = node.kind === 'agent' ? node.agent : node.kind === 'tool' ? node.tool : null
    const operands = operandsOf(node).map((operand) => renameValues(operand, (id) => this.#sameAs.get(id) ?? id))
    return JSON.stringify([node.kind, callee, node.kind === 'compute' ? [] : node.budgets, operands])
  }
}
