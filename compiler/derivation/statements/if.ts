import type { Block, IfStatement, Statement } from '../../../grammar/index.ts'
import { conditionEndGoal, conditionGoal } from '../goals/condition-goals.ts'
import { oneStatement } from '../machine/cost.ts'
import type { Option } from '../machine/goal.ts'
import type { Piece, Writer } from '../machine/part.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece, namePiece } from '../pieces.ts'
import { branchingGoal, readingSomething, returningBranches } from './branching.ts'
import { subjects } from './loop-body.ts'
import { mayNest } from './statement-form.ts'
import type { StatementForm } from './statement-form.ts'

/** `if … { … }` that binds a name again. */
export const ifForm: StatementForm = changing('if', 'statement/if', 1)

/** `if … { … } else { … }`, both of which bind a name again. */
export const ifElseForm: StatementForm = changing('if_else', 'statement/if else', 2)

/** `if … { … } else { … }` at the end, both of which return. */
export const ifReturnForm: StatementForm = {
  kind: 'if_return',
  options: (context) => {
    const { space, shape } = context
    if (shape.ends !== 'return' || shape.after === 'copy' || !mayNest(context)) return []
    const goals = [conditionGoal(space, shape), conditionEndGoal, ...returningBranches(context, 2)]
    return [
      {
        label: 'statement/if return',
        cost: oneStatement,
        reads: 0,
        goals,
        change: readingSomething,
        part: {
          kind: 'statement',
          last: true,
          write: (writer) => writeIf(writer, 2),
          read: (statement) => (statement.kind === 'if' && returns(statement) ? readIf(statement, 2) : null),
        },
      },
    ]
  },
  labels: () => ['statement/if return'],
}

function changing(kind: 'if' | 'if_else', label: string, count: 1 | 2): StatementForm {
  return {
    kind,
    options: (context) => {
      const { space, shape, state } = context
      if (shape.after === 'copy' || !mayNest(context) || subjects(context, state).length === 0) return []
      const option: Option = {
        label,
        cost: oneStatement,
        reads: 0,
        goals: [branchingGoal(kind, context, [conditionGoal(space, shape), conditionEndGoal], count)],
        part: {
          kind: 'statement',
          last: false,
          write: (writer) => {
            writer.step()
            return writeIf(writer, count)
          },
          read: (statement) => {
            const pieces = statement.kind === 'if' && !returns(statement) ? readIf(statement, count) : null
            return pieces === null ? null : [namePiece(null), ...pieces]
          },
        },
      }
      return [option]
    },
    labels: () => [label],
  }
}

function writeIf(writer: Writer, count: 1 | 2): Statement {
  const condition = writer.expression()
  const block = (): Block => ({ kind: 'block', statements: writer.statements(), range: nowhere })
  return { kind: 'if', condition, then: block(), otherwise: count === 2 ? block() : null, range: nowhere }
}

function readIf({ condition, then, otherwise }: IfStatement, count: 1 | 2): readonly Piece[] | null {
  if ((otherwise === null) !== (count === 1)) return null
  const blocks = otherwise === null ? [then] : [then, otherwise]
  return [
    expressionPiece(condition),
    ...blocks.map(({ statements }): Piece => ({ kind: 'statements', statements, result: null })),
  ]
}

/** Whether the statement ends its block by returning. */
export function returns(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case 'return':
      return true
    case 'if':
      return returns(statement.then.statements.at(-1))
    case 'match':
      return returns(statement.arms[0]?.body.statements.at(-1))
    default:
      return false
  }
}
