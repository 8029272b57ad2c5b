/** How a node instance that started came to its end, as in the runtime's events. */
export type NodeEndKind = 'ok' | 'failed' | 'stopped' | 'aborted'

/**
 * What has to be known of an execution's control flow to say which calls could have influenced its outcome. Node
 * instances are named as in the runtime's events: `main/repeat[2]/review`.
 */
export interface ExecutionTrace {
  /** Every node instance that started. */
  readonly ends: ReadonlyMap<string, NodeEndKind>
  /**
   * Of every region instance that started, the blocks that it ran, in order, by their position in `blocksOf(node)`: the arm of
   * `if` and `match`, `[0]` or `[0, 1]` for `otherwise`, `[]` or `[0]` for `and`, `or`, `??`, one 0 for each iteration begun
   * of `repeat`, `for`, `each`, `sample`. Where an entry is missing, every call counts as having had influence.
   */
  readonly blocks: ReadonlyMap<string, readonly number[]>
}
