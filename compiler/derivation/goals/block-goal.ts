import { typeText } from '../../types/index.ts'
import { expressionGoal } from '../expressions/expression-goal.ts'
import { plainShape } from '../expressions/expression-shape.ts'
import { blockMayEnd } from '../machine/duties.ts'
import type { AskingGoal, Option, Way } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'
import type { Space } from '../space/space.ts'
import type { StatementContext } from '../statements/statement-form.ts'
import { blockKey } from './block-shape.ts'
import type { BlockShape } from './block-shape.ts'

/** The rest of a block: its next statement, or its end. */
export function blockGoal(space: Space, shape: BlockShape): AskingGoal {
  const key = `block ${typeText(shape.result)} ${blockKey(shape)}`
  return space.goal(key, () => ({
    kind: 'asks',
    key,
    position: 'statement',
    type: null,
    naming: null,
    options: (state) => {
      const context: StatementContext = {
        space,
        shape,
        state,
        then: (changes) => blockGoal(space, { ...shape, after: 'other', copied: -1, ...changes }),
      }
      return space.statements.flatMap((form) => form.options(context))
    },
    way: wayOf(space, shape),
  }))
}

/** The value that a block returns or yields. */
export function resultGoal(space: Space, { result, resultMatch, resultDepth, times, rounds }: BlockShape): AskingGoal {
  return expressionGoal(space, { ...plainShape(result, resultDepth, times, rounds), match: resultMatch })
}

/** The shortest way to the end: return or yield at once; bind the block's name again where that is still due. */
function wayOf(space: Space, shape: BlockShape): Way {
  if (shape.ends === 'yield') return resultGoal(space, shape).way
  return {
    kind: 'options',
    follow: ({ label }: Option, state: State) => {
      if (shape.after === 'copy') return label === 'statement/repeat' || label === 'statement/for'
      if (shape.ends === 'return') return label === 'statement/return'
      return label === (mayEnd(shape, state) ? 'statement/end' : 'statement/rebind')
    },
  }
}

/** Whether a block that just ends may do so here: it has bound its name again, and nothing of its own is unread. */
export const mayEnd = ({ level, outer }: BlockShape, { targets, unread }: State): boolean =>
  targets.every((target) => target.level !== level) && blockMayEnd(unread, outer, level)
