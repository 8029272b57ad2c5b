import { nowhere, numberNode } from '../nodes.ts'
import { noCost } from '../machine/cost.ts'
import { expressionPiece, integerPiece } from '../pieces.ts'
import type { ExpressionKind } from '../specification.ts'
import { countGoal } from './count-goal.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsCount, partShape, shapeKey, wantedList } from './expression-shape.ts'

const operands: readonly ExpressionKind[] = ['call', 'otherwise']

/** `sample n of a call`: samples of anything else would be alike. */
export const sampleForm: ExpressionForm = {
  kind: 'sample',
  options: ({ space, shape }) => {
    const list = wantedList(shape)
    const counts = space.integers.filter((count) => count > 1 && fitsCount(space, shape, count))
    if (list === null || shape.depth < 1 || counts.length === 0) return []
    const ordered = space.specification.callees.some((callee) => callee.ordered)
    const goal = countGoal(`sample of ${shapeKey(shape)}`, counts, (count) =>
      expressionGoal(
        space,
        partShape(shape, list.element, {
          times: shape.times * count,
          rounds: ordered ? shape.rounds * count : shape.rounds,
          naming: shape.naming === null ? null : 'many',
          only: operands,
        }),
      ),
    )
    return [
      {
        label: 'expression/sample',
        cost: noCost,
        reads: 0,
        goals: [goal],
        part: {
          kind: 'expression',
          write: (writer) => ({
            kind: 'sample',
            count: numberNode(writer.integer()),
            operand: writer.expression(),
            range: nowhere,
          }),
          read: (expression) => {
            const count = expression.kind === 'sample' ? integerPiece(expression.count) : null
            return expression.kind === 'sample' && count !== null ? [count, expressionPiece(expression.operand)] : null
          },
        },
      },
    ]
  },
  labels: () => ['expression/sample'],
}
