import type { Block, Bounds, Graph, Node } from '../graph/index.ts'
import { blockDepth, nodeDepth } from './depth.ts'
import { countBlock, countNode } from './counts.ts'

/** The graph without the bounds that are to be computed. */
export type UnboundedGraph = Omit<Graph, 'bounds'>

/** Upper bounds of a graph by the rules of the language reference ("Bounds"). */
export const boundsOf = (graph: UnboundedGraph): Bounds => boundsOfBlock(graph, graph.body)

/** Upper bounds of one run of a block of the graph. */
export const boundsOfBlock = (graph: UnboundedGraph, block: Block): Bounds => ({
  ...countBlock(graph, block),
  depth: blockDepth(graph, block),
})

/** Upper bounds of one run of a node, with everything inside it. */
export const boundsOfNode = (graph: UnboundedGraph, node: Node): Bounds => ({
  ...countNode(graph, node),
  depth: nodeDepth(graph, node),
})
