import { isDecision, isImpure, resultsOf } from '../graph/index.ts'
import type { Block, Graph, Node, ValueId } from '../graph/index.ts'
import { startReads } from './waited-values.ts'

/**
 * The nodes of a block whose end the code may wait for before it goes on: everything that comes later needs them anyway.
 * All others are begun, and waited for where their values are read.
 */
export function awaitedNodes(block: Block, tools: Graph['tools']): ReadonlySet<Node> {
  const waits = waitsOf(block, tools)
  const awaited = new Set<Node>()
  block.nodes.forEach((node, position) => {
    const behind = new Set([position])
    for (let later = position + 1; later < block.nodes.length; later += 1) {
      if (waits[later]?.some((earlier) => behind.has(earlier)) !== true) return
      behind.add(later)
    }
    awaited.add(node)
  })
  return awaited
}

/** The earlier positions that each node waits for. */
function waitsOf(block: Block, tools: Graph['tools']): readonly (readonly number[])[] {
  const definedAt = new Map<ValueId, number>()
  let decision: number | null = null
  return block.nodes.map((node, position) => {
    const before = new Set<number>(decision === null ? [] : [decision])
    if (isImpure(node, tools)) for (let earlier = 0; earlier < position; earlier += 1) before.add(earlier)
    for (const id of startReads(node)) {
      const definition = definedAt.get(id)
      if (definition !== undefined) before.add(definition)
    }
    for (const id of resultsOf(node)) definedAt.set(id, position)
    if (isDecision(node)) decision = position
    return [...before]
  })
}
