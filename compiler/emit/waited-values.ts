import { blocksOf, nodeReads, pureReads } from '../graph/index.ts'
import type { Block, Node, ValueId } from '../graph/index.ts'

/** The values that any node waits for, whether or not they come to anything. */
export function waitedValues(body: Block): ReadonlySet<ValueId> {
  const waited = new Set<ValueId>()
  const pending = [body]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of next.nodes) {
      for (const id of startReads(node)) waited.add(id)
      pending.push(...blocksOf(node))
    }
  }
  return waited
}

/** What a node reads when it starts: a `stop` only decides then, and reads what it carries when its block has ended. */
export function startReads(node: Node): ReadonlySet<ValueId> {
  if (node.kind !== 'stop') return nodeReads(node)
  const reads = new Set<ValueId>()
  pureReads(node.condition, reads)
  return reads
}
