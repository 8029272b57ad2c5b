import { blocksOf, operandsOf, pureReads, resultsOf } from '../graph/index.ts'
import type { Block, Node, Pure, ValueId } from '../graph/index.ts'

/**
 * How many expressions read each value that comes to anything: what a branch or a loop hands on counts only where the name that
 * it goes to is read.
 */
export function liveValues(body: Block): ReadonlyMap<ValueId, number> {
  let live: ReadonlyMap<ValueId, number> = new Map()
  for (let before = -1; before !== live.size; ) {
    before = live.size
    live = count(body, live)
  }
  return live
}

interface Counted {
  readonly block: Block
  /** Whether the output at a position is read. */
  readonly isRead: (position: number) => boolean
  /** The same of what the innermost loop carries. */
  readonly isCarried: (position: number) => boolean
}

function count(body: Block, live: ReadonlyMap<ValueId, number>): ReadonlyMap<ValueId, number> {
  const counts = new Map<ValueId, number>()
  const add = (pure: Pure): void => {
    const reads = new Set<ValueId>()
    pureReads(pure, reads)
    for (const id of reads) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const always = (): boolean => true
  const pending: Counted[] = [{ block: body, isRead: always, isCarried: always }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { block, isRead, isCarried } = next
    block.outputs.forEach((output, position) => {
      if (isRead(position)) add(output)
    })
    for (const node of block.nodes) {
      for (const operand of node.kind === 'stop' ? [node.condition] : isLoop(node) ? listOf(node) : operandsOf(node)) add(operand)
      if (node.kind === 'stop') node.carried.filter((_, position) => isCarried(position)).forEach(add)
      const results = resultsOf(node)
      const isBranch = node.kind === 'if' || node.kind === 'match'
      const carried = isLoop(node)
        ? (position: number) => live.has(node.carried[position]?.value ?? '') || live.has(results[position] ?? '')
        : isCarried
      if (isLoop(node)) node.carried.filter((_, position) => carried(position)).forEach(({ initial }) => { add(initial) })
      const read = isLoop(node) ? carried : isBranch ? (position: number) => live.has(results[position] ?? '') : always
      for (const inner of blocksOf(node)) pending.push({ block: inner, isRead: read, isCarried: carried })
    }
  }
  return counts
}

const isLoop = (node: Node): node is Extract<Node, { kind: 'repeat' | 'for' }> => node.kind === 'repeat' || node.kind === 'for'

const listOf = (node: Extract<Node, { kind: 'repeat' | 'for' }>): readonly Pure[] => (node.kind === 'for' ? [node.list] : [])
