import { boundsOfNode } from '../bounds/bounds-of.ts'
import { mayFail, withBlocks } from '../graph/index.ts'
import type { Block, Graph, Node, Pure } from '../graph/index.ts'
import { noBounds } from './change.ts'
import type { Change } from './change.ts'
import { Needs } from './needs.ts'
import type { Pass } from './pass.ts'

/**
 * Drops nodes that nothing needs, calls and the regions around them: they are assumed to succeed. What has an effect and what may
 * fail by itself stays, with everything that it reads. Where a region stays and some of its results are not needed, it gives
 * `none` in their place, so that the calls behind them go.
 */
export const dropUnusedCalls: Pass = (graph) => {
  const dropping = new Dropping(graph)
  return { body: dropping.block(graph.body, always, always), changes: dropping.changes }
}

type IsNeeded = (position: number) => boolean

const always: IsNeeded = () => true
const none: Pure = { kind: 'constant', value: null }

class Dropping {
  readonly changes: Change[] = []
  readonly #graph: Graph
  readonly #needs: Needs

  constructor(graph: Graph) {
    this.#graph = graph
    this.#needs = new Needs(graph)
  }

  /** A block whose outputs are needed so far, inside a loop that carries so much of what is needed. */
  block({ nodes, outputs }: Block, isNeeded: IsNeeded, isCarried: IsNeeded): Block {
    return { nodes: nodes.flatMap((node) => this.#node(node, isCarried)), outputs: onlyNeeded(outputs, isNeeded) }
  }

  #node(node: Node, isCarried: IsNeeded): readonly Node[] {
    if (!this.#needs.hasNode(node)) {
      this.changes.push({ kind: 'dropped', node: node.name, before: boundsOfNode(this.#graph, node), after: noBounds })
      return []
    }
    const isNeeded: IsNeeded = (position) => this.#needs.hasResult(node, position)
    const isLoop = node.kind === 'repeat' || node.kind === 'for'
    return [withBlocks(withoutUnneeded(node, isNeeded, isCarried), (inner) => this.block(inner, isNeeded, isLoop ? isNeeded : isCarried))]
  }
}

function withoutUnneeded(node: Node, isNeeded: IsNeeded, isCarried: IsNeeded): Node {
  switch (node.kind) {
    case 'stop':
      return { ...node, carried: onlyNeeded(node.carried, isCarried) }
    case 'repeat':
    case 'for': {
      const initials = onlyNeeded(
        node.carried.map(({ initial }) => initial),
        isNeeded,
      )
      return { ...node, carried: node.carried.map(({ value }, position) => ({ value, initial: initials[position] ?? none })) }
    }
    default:
      return node
  }
}

const onlyNeeded = (handedOn: readonly Pure[], isNeeded: IsNeeded): readonly Pure[] =>
  handedOn.map((pure, position) => (isNeeded(position) || mayFail(pure) ? pure : none))
