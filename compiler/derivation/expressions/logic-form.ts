import { boolType } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import type { Option } from '../machine/goal.ts'
import { nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { ExpressionKind } from '../specification.ts'
import { binaryOption } from './binary-option.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

/** What says the same without a `not`, or nothing new in an `and` or `or`. */
const direct: readonly ExpressionKind[] = ['present', 'equal', 'order', 'boolean', 'logic']

/** `and`, `or` and `not`; none inside another. */
export const logicForm: ExpressionForm = {
  kind: 'logic',
  options: ({ space, shape }) => {
    if (shape.depth < 1 || !fitsShape(shape, boolType)) return []
    const side = expressionGoal(space, partShape(shape, boolType, { match: 'fits', except: ['boolean', 'logic'] }))
    const operand = expressionGoal(space, partShape(shape, boolType, { match: 'fits', except: direct }))
    const not: Option = {
      label: 'expression/not',
      cost: noCost,
      reads: 0,
      goals: [operand],
      stem: 'opposite',
      part: {
        kind: 'expression',
        write: (writer) => ({ kind: 'unary', operator: 'not', operand: writer.expression(), range: nowhere }),
        read: (expression) =>
          expression.kind === 'unary' && expression.operator === 'not' ? [expressionPiece(expression.operand)] : null,
      },
    }
    return [
      ...(['and', 'or'] as const).map((operator) => binaryOption(`expression/${operator}`, operator, side, side, 'both')),
      not,
    ]
  },
  labels: () => ['expression/and', 'expression/or', 'expression/not'],
}
