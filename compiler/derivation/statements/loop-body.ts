import { blockGoal } from '../goals/block-goal.ts'
import type { BlockShape } from '../goals/block-shape.ts'
import { loopEndGoal } from '../goals/loop-end-goal.ts'
import { beforeLoopEnds, bit, withDuty } from '../machine/duties.ts'
import type { Goal } from '../machine/goal.ts'
import type { LocalName } from '../machine/scope.ts'
import type { State } from '../machine/state.ts'
import { rebindableNames } from './rebindable.ts'
import type { StatementContext } from './statement-form.ts'

/** The names that a loop or branch here may be for: the first one that it binds again. */
export function subjects({ shape }: StatementContext, state: State): readonly (LocalName & { readonly position: number })[] {
  const inside = rebindableNames({ outer: state.scope.names.length, readOnly: shape.readOnly }, state)
  return shape.after === 'copy' ? inside.filter(({ position }) => position === shape.copied) : inside
}

/** The body of a loop that runs so often, its end, and the rest of the block. */
export const loopGoals = (
  { space, shape, then }: StatementContext,
  state: State,
  outer: number,
  count: number,
): readonly Goal[] => [
  blockGoal(space, { ...bodyShape(shape), outer, times: shape.times * count, rounds: shape.rounds * count, isLoop: true }),
  loopEndGoal(state.loop),
  then({}),
]

/** What a block inside another one starts from. */
export const bodyShape = (shape: BlockShape): BlockShape => ({
  ...shape,
  ends: 'end',
  level: shape.level + 1,
  isLoop: false,
  after: 'start',
  copied: -1,
})

/** Into the body of the loop, which binds the subject again and reads it: otherwise every round would be the same. */
export const enterLoop = (state: State, level: number, outer: number, subject: number): State => ({
  ...state,
  targets: [...state.targets, { level, outer, name: subject }],
  unread: withDuty(state.unread, beforeLoopEnds(bit(subject), level)),
  loop: { outer, rebound: 0, reads: 0 },
})
