import { conditionEndGoal, conditionGoal, withConditionDuty } from '../goals/condition-goals.ts'
import { oneStatement } from '../machine/cost.ts'
import { bit } from '../machine/duties.ts'
import type { State } from '../machine/state.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { StatementForm } from './statement-form.ts'

/** `stop when …` in the body of a loop; not twice in a row, where `or` would do. */
export const stopForm: StatementForm = {
  kind: 'stop',
  options: ({ space, shape, then }) =>
    !shape.isLoop || shape.after === 'stop' || shape.after === 'copy'
      ? []
      : [
          {
            label: 'statement/stop',
            cost: oneStatement,
            reads: 0,
            goals: [conditionGoal(space, shape), conditionEndGoal, then({ after: 'stop' })],
            change: (state) => withConditionDuty(state, changing(state, shape.level)),
            part: {
              kind: 'statement',
              last: false,
              write: (writer) => ({ kind: 'stop', condition: writer.expression(), range: nowhere }),
              read: (statement) => (statement.kind === 'stop' ? [expressionPiece(statement.condition)] : null),
            },
          },
        ],
  labels: () => ['statement/stop'],
}

/** The names that differ from round to round: what the loop is for, what it has bound again, and its own. */
function changing({ loop, targets, scope }: State, level: number): number {
  const subject = targets.find((target) => target.level === level)
  const own = bit(scope.names.length) - bit(loop?.outer ?? 0)
  return own | (loop?.rebound ?? 0) | (subject === undefined ? 0 : bit(subject.name))
}
