import { boundsOfNode } from '../bounds/bounds-of.ts'
import { withBlocks } from '../graph/index.ts'
import type { Block, Graph, Node } from '../graph/index.ts'
import type { Change } from './change.ts'
import { failsByCallsOnly } from './fails-by-calls-only.ts'
import { hasTimeBudget } from './has-time-budget.ts'
import type { Pass } from './pass.ts'
import { votesOn } from './votes-on.ts'

/**
 * Samples whose only use is a vote run in waves, until the vote over them is certain; the others are assumed to succeed. Not where
 * a sample has an effect or may fail by itself, and not in a graph with a budget of seconds: waves take longer.
 */
export const stopVotesEarly: Pass = (graph) => {
  if (hasTimeBudget(graph)) return { body: graph.body, changes: [] }
  const changes: Change[] = []
  return { body: inBlock(graph, graph.body, votesOn(graph.body), changes), changes }
}

type Votes = ReturnType<typeof votesOn>

const inBlock = (graph: Graph, block: Block, votes: Votes, changes: Change[]): Block => ({
  ...block,
  nodes: block.nodes.map((node) => withBlocks(stopped(graph, node, votes, changes), (inner) => inBlock(graph, inner, votes, changes))),
})

function stopped(graph: Graph, node: Node, votes: Votes, changes: Change[]): Node {
  if (node.kind !== 'sample' || node.until !== undefined || node.count < 2) return node
  const until = votes.get(node.result)
  if (until === undefined || !failsByCallsOnly(graph, node.body)) return node
  const made = { ...node, until }
  changes.push({ kind: 'early_vote', node: node.name, before: boundsOfNode(graph, node), after: boundsOfNode(graph, made) })
  return made
}
