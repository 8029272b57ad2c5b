import { typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { bindGoal } from '../goals/bind-goal.ts'
import type { BlockShape } from '../goals/block-shape.ts'
import { expressionGoal } from '../expressions/expression-goal.ts'
import { plainShape } from '../expressions/expression-shape.ts'
import { oneStatement } from '../machine/cost.ts'
import type { AskingGoal } from '../machine/goal.ts'
import { nameNode, nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { Space } from '../space/space.ts'
import type { ExpressionKind } from '../specification.ts'
import type { StatementForm } from './statement-form.ts'

/** A name for one of these would say nothing new; `copy` is for loops. */
const nameless: readonly ExpressionKind[] = ['name', 'string', 'integer', 'boolean', 'none', 'member', 'field']

/** The value of a new name of exactly that type. */
export const boundValueGoal = (space: Space, type: Type, { times, rounds }: Pick<BlockShape, 'times' | 'rounds'>): AskingGoal =>
  expressionGoal(space, {
    ...plainShape(type, space.specification.limits.expressionDepth, times, rounds),
    match: 'class',
    naming: 'one',
    except: nameless,
  })

/** `answer = …`: a new name for a value, called after what gives the value. */
export const bindForm: StatementForm = {
  kind: 'bind',
  options: ({ space, shape, then }) => {
    if (shape.after === 'copy') return []
    return space.bindings.map((type) => ({
      label: `statement/bind ${typeText(type)}`,
      cost: oneStatement,
      reads: 0,
      goals: [boundValueGoal(space, type, shape), bindGoal(space, type), then({})],
      part: {
        kind: 'statement',
        last: false,
        write: (writer) => ({
          kind: 'binding',
          name: nameNode(writer.nextName()),
          type: null,
          value: writer.expression(),
          range: nowhere,
        }),
        read: (statement, names) =>
          statement.kind === 'binding' &&
          statement.name.text !== '_' &&
          statement.type === null &&
          names.derived(statement.name.text) === null
            ? [{ kind: 'introduces', name: statement.name.text }, expressionPiece(statement.value)]
            : null,
      },
    }))
  },
  labels: (space) => space.bindings.map((type) => `statement/bind ${typeText(type)}`),
}
