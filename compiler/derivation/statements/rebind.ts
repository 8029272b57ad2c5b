import { rebindGoal } from '../goals/bind-goal.ts'
import { nameGoal } from '../goals/name-goal.ts'
import { blockKey } from '../goals/block-shape.ts'
import { expressionGoal } from '../expressions/expression-goal.ts'
import { plainShape } from '../expressions/expression-shape.ts'
import { noCost, oneStatement } from '../machine/cost.ts'
import { bit } from '../machine/duties.ts'
import type { State } from '../machine/state.ts'
import { nameNode, nowhere } from '../nodes.ts'
import { expressionPiece, namePiece } from '../pieces.ts'
import { rebindableNames } from './rebindable.ts'
import type { StatementForm } from './statement-form.ts'

/** `current = …`: another value for a name from outside the block. */
export const rebindForm: StatementForm = {
  kind: 'rebind',
  options: ({ space, shape, state, then }) => {
    if (shape.after === 'copy' || rebindableNames(shape, state).length === 0) return []
    const { times, rounds } = shape
    const depth = space.specification.limits.expressionDepth
    const target = nameGoal(`rebound in ${blockKey(shape)} then ${then({}).key}`, (current) =>
      rebindableNames(shape, current).map(({ name, type, position }) => ({
        label: `name/${name}`,
        cost: noCost,
        reads: 0,
        goals: [
          expressionGoal(space, { ...plainShape(type, depth, times, rounds), names: usable(current, position) }),
          rebindGoal(space, position),
          then({}),
        ],
        part: { kind: 'name', name },
      })),
    )
    return [
      {
        label: 'statement/rebind',
        cost: oneStatement,
        reads: 0,
        goals: [target],
        part: {
          kind: 'statement',
          last: false,
          write: (writer) => {
            const { option } = writer.step()
            const name = option.part.kind === 'name' ? option.part.name : ''
            return { kind: 'binding', name: nameNode(name), type: null, value: writer.expression(), range: nowhere }
          },
          read: (statement, names) =>
            statement.kind === 'binding' && statement.type === null && names.derived(statement.name.text) !== null
              ? [namePiece(statement.name.text), expressionPiece(statement.value)]
              : null,
        },
      },
    ]
  },
  labels: () => ['statement/rebind'],
}

/** The names that may be the whole new value: in a loop only the loop's own, since others are the same in every round. */
const usable = ({ loop, scope }: State, position: number): number => {
  const all = bit(scope.names.length) - 1
  const own = loop === null ? all : all & ~(bit(loop.outer) - 1)
  return own & ~bit(position)
}
