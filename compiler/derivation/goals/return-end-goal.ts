import { blockMayEnd, outside } from '../machine/duties.ts'
import type { ActingGoal } from '../machine/goal.ts'

/** After the value that a block returns: nothing of the block's own is unread. */
export const returnEndGoal = (outer: number, level: number): ActingGoal => ({
  kind: 'acts',
  key: `return end ${outer} ${level}`,
  act: (state) =>
    blockMayEnd(state.unread, outer, level) ? { state: { ...state, unread: outside(state.unread, outer) }, goals: [] } : null,
})
