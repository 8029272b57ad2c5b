import { isImpureBlock } from '../../graph/index.ts'
import type { Graph } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { nodesOf } from './visit-nodes.ts'

/** An `each` or `sample` runs in order where it reaches an impure tool, and only there. */
export function checkOrder(graph: Graph, problems: ProblemList): void {
  for (const { node, place } of nodesOf(graph)) {
    if (node.kind !== 'each' && node.kind !== 'sample') continue
    const isImpure = isImpureBlock(node.body, graph.tools)
    if (node.ordered === isImpure) continue
    const message = isImpure ? 'This reaches an impure tool.' : 'This reaches no impure tool.'
    problems.add('structure', pointerTo(place, 'ordered'), message, `Write \`${isImpure}\`.`)
  }
}
