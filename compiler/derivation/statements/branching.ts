import { blockGoal } from '../goals/block-goal.ts'
import { blockKey } from '../goals/block-shape.ts'
import { branchesGoal } from '../goals/branches-goal.ts'
import { nameGoal } from '../goals/name-goal.ts'
import { withConditionDuty } from '../goals/condition-goals.ts'
import { noCost } from '../machine/cost.ts'
import { bit } from '../machine/duties.ts'
import type { AskingGoal, Goal, Option } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'
import { bodyShape, subjects } from './loop-body.ts'
import type { StatementContext } from './statement-form.ts'

/** A condition that reads some name: it would be the same in every run otherwise. */
export const readingSomething = (state: State): State => withConditionDuty(state, bit(state.scope.names.length) - 1)

/** After a condition, branches that all return; the block ends with them. */
export function returningBranches({ space, shape, state }: StatementContext, count: number): readonly Goal[] {
  const block = blockGoal(space, { ...bodyShape(shape), ends: 'return', outer: state.scope.names.length })
  return [
    branchesGoal(
      Array.from({ length: count }, () => block),
      null,
    ),
  ]
}

/** First the name that every branch binds again; then the condition, the branches, and the rest of the block. */
export const branchingGoal = (what: string, context: StatementContext, condition: readonly Goal[], count: number): AskingGoal => {
  const { space, shape, then } = context
  return nameGoal(`${what} in ${blockKey(shape)} then ${then({}).key}`, (state) =>
    subjects(context, state).map(({ name, position }): Option => {
      const block = blockGoal(space, { ...bodyShape(shape), outer: state.scope.names.length })
      const target = { level: shape.level + 1, name: position }
      return {
        label: `name/${name}`,
        cost: noCost,
        reads: 0,
        goals: [
          ...condition,
          branchesGoal(
            Array.from({ length: count }, () => block),
            target,
          ),
          then({}),
        ],
        change: readingSomething,
        part: { kind: 'name', name },
      }
    }),
  )
}
