import type { Bounds, NodeName } from '../graph/index.ts'

/** One thing that the optimiser did to a node. `before` and `after` bound one run of that node, with everything inside it. */
export type Change = {
  readonly node: NodeName
  readonly before: Bounds
  readonly after: Bounds
} & (
  | { readonly kind: 'dropped' }
  /** It takes the value of an earlier call instead of calling. */
  | { readonly kind: 'merged'; readonly into: NodeName }
  /** It ends as soon as the vote over its samples is certain. */
  | { readonly kind: 'early_vote' }
)

/** The bounds of what is not there. */
export const noBounds: Bounds = { calls: 0, tool_calls: 0, tokens: 0, depth: 0 }
