import { noCost } from '../machine/cost.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsCount, partShape, wantedList } from './expression-shape.ts'
import type { Space } from '../space/space.ts'

const lengths = (space: Space): readonly number[] => space.integers.filter((length) => length >= 2 && length <= 4)

/** A list of two to four values. */
export const listForm: ExpressionForm = {
  kind: 'list',
  options: ({ space, shape }) => {
    const list = wantedList(shape)
    if (list === null || shape.depth < 1) return []
    const item = expressionGoal(space, partShape(shape, list.element))
    return lengths(space)
      .filter((length) => fitsCount(space, shape, length))
      .map((length) => ({
        label: `expression/list of ${length}`,
        cost: noCost,
        reads: 0,
        goals: Array.from({ length }, () => item),
        stem: 'items',
        part: {
          kind: 'expression',
          write: (writer) => ({ kind: 'list', items: Array.from({ length }, () => writer.expression()), range: nowhere }),
          read: (expression) =>
            expression.kind === 'list' && expression.items.length === length ? expression.items.map(expressionPiece) : null,
        },
      }))
  },
  labels: (space) => lengths(space).map((length) => `expression/list of ${length}`),
}
