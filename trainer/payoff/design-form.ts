import { blocksOf } from '../../compiler/index.ts'
import type { Block, Graph, Node } from '../../compiler/index.ts'

/** Regions that a design can be told by, in the order in which they are named. */
const regions: readonly Node['kind'][] = ['each', 'repeat', 'match', 'sample']

/**
 * The form of a design in words: the agents that it calls, the regions that it is made of, and `chain` where more than one call stands
 * in it. `Answer` is the single agent, `Answer, sample` a vote, `Reduce, repeat` a loop. `nobody` where it calls none.
 */
export function designForm(graph: Graph): string {
  const nodes = nodesIn(graph.body)
  const calls = nodes.flatMap((node) => (node.kind === 'agent' ? [graph.agents[node.agent]?.name ?? node.agent] : []))
  const kinds = new Set(nodes.map(({ kind }) => kind))
  const agents = [...new Set(calls)].sort().join(' ')
  const parts = [agents, ...regions.filter((kind) => kinds.has(kind)), ...(calls.length > 1 ? ['chain'] : [])]
  return calls.length === 0 ? 'nobody' : parts.join(', ')
}

const nodesIn = ({ nodes }: Block): readonly Node[] => nodes.flatMap((node) => [node, ...blocksOf(node).flatMap(nodesIn)])
