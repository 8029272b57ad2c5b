import { mayEnd, resultGoal } from '../goals/block-goal.ts'
import { returnEndGoal } from '../goals/return-end-goal.ts'
import { noCost, oneStatement } from '../machine/cost.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { StatementForm } from './statement-form.ts'

/** `return …` */
export const returnForm: StatementForm = {
  kind: 'always',
  options: ({ space, shape }) =>
    shape.ends !== 'return' || shape.after === 'copy'
      ? []
      : [
          {
            label: 'statement/return',
            cost: oneStatement,
            reads: 0,
            goals: [resultGoal(space, shape), returnEndGoal(shape.outer, shape.level)],
            part: {
              kind: 'statement',
              last: true,
              write: (writer) => ({ kind: 'return', value: writer.expression(), range: nowhere }),
              read: (statement) => (statement.kind === 'return' ? [expressionPiece(statement.value)] : null),
            },
          },
        ],
  labels: () => ['statement/return'],
}

/** `yield …` */
export const yieldForm: StatementForm = {
  kind: 'always',
  options: ({ space, shape }) =>
    shape.ends !== 'yield'
      ? []
      : [{ label: 'statement/yield', cost: noCost, reads: 0, goals: [resultGoal(space, shape)], part: { kind: 'yield' } }],
  labels: (space) => (space.specification.constructs.expressions.includes('each') ? ['statement/yield'] : []),
}

/** The end of a block that neither returns nor yields. */
export const endForm: StatementForm = {
  kind: 'always',
  options: ({ shape, state }) =>
    shape.ends !== 'end' || shape.after === 'copy' || !mayEnd(shape, state)
      ? []
      : [{ label: 'statement/end', cost: noCost, reads: 0, goals: [], part: { kind: 'end' } }],
  labels: () => ['statement/end'],
}
