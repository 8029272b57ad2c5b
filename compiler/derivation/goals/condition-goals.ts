import { boolType } from '../../types/index.ts'
import { expressionGoal } from '../expressions/expression-goal.ts'
import { plainShape } from '../expressions/expression-shape.ts'
import { beforeConditionEnds, conditionIsDue, withDuty } from '../machine/duties.ts'
import type { ActingGoal, AskingGoal } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'
import type { Space } from '../space/space.ts'
import type { BlockShape } from './block-shape.ts'

/** A condition; `withConditionDuty` says what it has to read. */
export const conditionGoal = (space: Space, { times, rounds }: BlockShape): AskingGoal =>
  expressionGoal(space, {
    ...plainShape(boolType, space.specification.limits.expressionDepth, times, rounds),
    except: ['boolean'],
  })

/** From here to the end of the condition, one of the names has to be read: it would be the same every time otherwise. */
export const withConditionDuty = (state: State, names: number): State => ({
  ...state,
  unread: withDuty(state.unread, beforeConditionEnds(names)),
})

/** The condition ends. */
export const conditionEndGoal: ActingGoal = {
  kind: 'acts',
  key: 'condition end',
  act: (state) => (conditionIsDue(state.unread) ? null : { state, goals: [] }),
}
