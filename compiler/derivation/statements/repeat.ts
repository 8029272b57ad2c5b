import { blockKey } from '../goals/block-shape.ts'
import { anyOption, nameGoal } from '../goals/name-goal.ts'
import { countOption } from '../expressions/count-goal.ts'
import { noCost, oneStatement } from '../machine/cost.ts'
import type { AskingGoal } from '../machine/goal.ts'
import { nowhere, numberNode } from '../nodes.ts'
import { integerPiece, namePiece } from '../pieces.ts'
import { enterLoop, loopGoals, subjects } from './loop-body.ts'
import { mayNest } from './statement-form.ts'
import type { StatementContext, StatementForm } from './statement-form.ts'

/** `repeat max n { … }`: first the name that it is for, then how often. */
export const repeatForm: StatementForm = {
  kind: 'repeat',
  options: (context) => {
    const { shape, state, then } = context
    if (!mayNest(context) || subjects(context, state).length === 0) return []
    const subject = nameGoal(`repeat in ${blockKey(shape)} then ${then({}).key}`, (current) =>
      subjects(context, current).map(({ name, position }) => ({
        label: `name/${name}`,
        cost: noCost,
        reads: 0,
        goals: [times(context, position)],
        part: { kind: 'name', name },
      })),
    )
    return [
      {
        label: 'statement/repeat',
        cost: oneStatement,
        reads: 0,
        goals: [subject],
        part: {
          kind: 'statement',
          last: false,
          write: (writer) => {
            writer.step()
            const maximum = numberNode(writer.integer())
            return {
              kind: 'repeat',
              maximum,
              body: { kind: 'block', statements: writer.statements(), range: nowhere },
              range: nowhere,
            }
          },
          read: (statement) => {
            const count = statement.kind === 'repeat' ? integerPiece(statement.maximum) : null
            if (statement.kind !== 'repeat' || count === null) return null
            return [namePiece(null), count, { kind: 'statements', statements: statement.body.statements, result: null }]
          },
        },
      },
    ]
  },
  labels: () => ['statement/repeat'],
}

function times(context: StatementContext, subject: number): AskingGoal {
  const { space, shape, then } = context
  return {
    kind: 'asks',
    key: `repeat ${subject} in ${blockKey(shape)} then ${then({}).key}`,
    position: 'integer',
    type: null,
    naming: null,
    options: (state) =>
      space.integers
        .filter((count) => count > 1)
        .map((count) => {
          const outer = state.scope.names.length
          return countOption(count, loopGoals(context, state, outer, count), (current) =>
            enterLoop(current, shape.level + 1, outer, subject),
          )
        }),
    way: anyOption,
  }
}
