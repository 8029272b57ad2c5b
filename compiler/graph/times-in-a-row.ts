import type { EachNode, SampleNode } from './graph.ts'

/**
 * How often the body of an `each` or `sample` runs one after another at most: once where all run together, every time where
 * order matters. A vote that stops early begins with half of its samples, rounded up; after that each wave may be one sample.
 */
export function timesInARow(node: EachNode | SampleNode): number {
  const count = node.kind === 'each' ? node.maximum : node.count
  if (node.ordered) return count
  return node.kind === 'sample' && node.until !== undefined ? 1 + Math.floor(count / 2) : 1
}
