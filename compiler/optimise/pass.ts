import type { Block, Graph } from '../graph/index.ts'
import type { Change } from './change.ts'

/** Rewrites the body of a graph, and says what it changed, in source order. */
export type Pass = (graph: Graph) => { readonly body: Block; readonly changes: readonly Change[] }
