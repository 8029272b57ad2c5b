import type { Bounds, Graph } from '../graph/index.ts'
import { blockDepth } from './depth.ts'
import { countBlock } from './counts.ts'

/** The graph without the bounds that are to be computed. */
export type UnboundedGraph = Omit<Graph, 'bounds'>

/** Upper bounds of a graph by the rules of the language reference ("Bounds"). */
export function boundsOf(graph: UnboundedGraph): Bounds {
  return { ...countBlock(graph, graph.body), depth: blockDepth(graph, graph.body) }
}
