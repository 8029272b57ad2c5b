import { blocksOf } from '../../graph/index.ts'
import type { Block, Graph, Node } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'

/** A node and where it stands. */
export interface PlacedNode {
  readonly node: Node
  /** A JSON pointer. */
  readonly place: string
  /** The region that it stands in and the position of its block among the region's; `null` in the graph's own body. */
  readonly around: { readonly node: Node; readonly block: number } | null
}

/** Every node of a graph, in the order of the text, without recursion. */
export function* nodesOf({ body }: Graph): Generator<PlacedNode> {
  const open = placed(body, '/body', null).toReversed()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next
    const { node, place } = next
    const inner = placedBlocksOf(node, place).flatMap((block, position) =>
      placed(block.block, block.place, { node, block: position }),
    )
    open.push(...inner.reverse())
  }
}

export interface PlacedBlock {
  readonly block: Block
  readonly place: string
}

/** The blocks of a region, as `blocksOf` lists them, with their places. */
export function placedBlocksOf(node: Node, place: string): readonly PlacedBlock[] {
  const steps = blockSteps(node)
  return blocksOf(node).map((block, position) => ({ block, place: pointerTo(place, ...(steps[position] ?? [])) }))
}

function blockSteps(node: Node): readonly (readonly (string | number)[])[] {
  switch (node.kind) {
    case 'if':
      return [['then'], ['else']]
    case 'match':
      return node.arms.map((_, position) => ['arms', position, 'block'])
    case 'repeat':
    case 'for':
    case 'each':
    case 'sample':
      return [['body']]
    case 'otherwise':
      return [['attempt'], ['fallback']]
    case 'lazy':
      return [['right']]
    case 'agent':
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return []
  }
}

const placed = ({ nodes }: Block, place: string, around: PlacedNode['around']): PlacedNode[] =>
  nodes.map((node, position) => ({ node, place: pointerTo(place, 'nodes', position), around }))
