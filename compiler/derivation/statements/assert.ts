import { conditionEndGoal, conditionGoal } from '../goals/condition-goals.ts'
import { oneStatement } from '../machine/cost.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { readingSomething } from './branching.ts'
import type { StatementForm } from './statement-form.ts'

/** `assert …`. */
export const assertForm: StatementForm = {
  kind: 'assert',
  options: ({ space, shape, then }) =>
    shape.after === 'copy'
      ? []
      : [
          {
            label: 'statement/assert',
            cost: oneStatement,
            reads: 0,
            goals: [conditionGoal(space, shape), conditionEndGoal, then({})],
            change: readingSomething,
            part: {
              kind: 'statement',
              last: false,
              write: (writer) => ({ kind: 'assert', condition: writer.expression(), message: null, range: nowhere }),
              read: (statement) =>
                statement.kind === 'assert' && statement.message === null ? [expressionPiece(statement.condition)] : null,
            },
          },
        ],
  labels: () => ['statement/assert'],
}
