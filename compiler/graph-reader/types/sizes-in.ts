import type { Graph } from '../../graph/index.ts'

/** The fields in which a graph says a size, or a number that a list may be cut at. */
const fields = new Set(['maximum', 'count', 'value'])

/** The sizes that a graph names, in ascending order: where a list that grows may come to rest. Without recursion. */
export function sizesIn(graph: Graph): readonly number[] {
  const sizes = new Set<number>()
  const open: unknown[] = [graph]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue
    for (const [name, inner] of Object.entries(part) as [string, unknown][]) {
      if (typeof inner === 'number' && fields.has(name) && Number.isSafeInteger(inner) && inner >= 0) sizes.add(inner)
      if (typeof inner === 'object') open.push(inner)
    }
  }
  return [...sizes].sort((left, right) => left - right)
}
