import { blocksOf } from '../../compiler/index.ts'
import type { Block, Graph, Node } from '../../compiler/index.ts'

/** A node and the region around it. */
export interface PlacedNode {
  readonly node: Node
  /** `null` for a node that stands in the workflow itself. */
  readonly region: Node | null
}

/** Every node of a graph by its name, with the region around it. */
export function placedNodes(graph: Graph): ReadonlyMap<string, PlacedNode> {
  const placed = new Map<string, PlacedNode>()
  const visit = (block: Block, region: Node | null): void => {
    for (const node of block.nodes) {
      placed.set(node.name, { node, region })
      for (const inner of blocksOf(node)) visit(inner, node)
    }
  }
  visit(graph.body, null)
  return placed
}

/**
 * The instance of a region that holds an instance of one of its nodes: `main/drafts[4]` stands in `main/drafts/sample`,
 * `main/each[2]/repeat[3]/a` in `main/each[2]/repeat`. The indices of a node begin with those of its region.
 */
export function enclosingInstance(instance: string, node: Node, region: Node): string {
  const indices = indicesOf(instance, node.instance)
  let next = 0
  return region.instance.replaceAll('[*]', () => `[${indices[next++] ?? '?'}]`)
}

/** The indices of an instance, by its pattern with `[*]`. */
function indicesOf(instance: string, pattern: string): readonly string[] {
  const parts = pattern.split('[*]')
  const indices: string[] = []
  let at = 0
  for (const [position, part] of parts.entries()) {
    at += part.length
    if (position === parts.length - 1) break
    const end = instance.indexOf(']', at)
    indices.push(instance.slice(at + 1, end))
    at = end + 1
  }
  return indices
}
