import type { Range } from '../../grammar/index.ts'
import type { Graph } from '../graph/index.ts'

/** Which of the reader's questions found the problem; a later one is asked only where the earlier ones found nothing. */
export type GraphStage =
  /** Is it JSON? */
  | 'json'
  /** Does it have the fields that the published schema asks for, and a version that this release reads? */
  | 'shape'
  /** Is it small enough? */
  | 'size'
  /** Does every name, id and flag agree with the rest? */
  | 'structure'
  /** Does every value fit where it is read? */
  | 'types'
  /** Are the bounds those of the graph? */
  | 'bounds'

/** One thing that is wrong with a graph. */
export interface GraphProblem {
  readonly stage: GraphStage
  /** A JSON pointer to the part: `/body/nodes/0/arguments/1`; empty for the whole. */
  readonly place: string
  /** Where that part stands in the text; `null` where the graph was not given as a text. */
  readonly text: TextPlace | null
  /** What is wrong, and what was expected. */
  readonly message: string
  /** What to write instead; `null` where the message says all there is. */
  readonly remedy: string | null
}

export interface TextPlace {
  /** Offsets in UTF-16 units. */
  readonly range: Range
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** A graph that may be run, or what keeps it from that. */
export type ReadGraph =
  | { readonly value: Graph; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly [GraphProblem, ...GraphProblem[]] }
