import { boolType, numberType } from '../../types/index.ts'
import { binaryOption } from './binary-option.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

/** The other two say the same the other way round. */
const operators = ['>=', '<'] as const

/** `>=` and `<` between numbers; a constant stands on the right. */
export const orderForm: ExpressionForm = {
  kind: 'order',
  options: ({ space, shape }) => {
    if (shape.depth < 1 || !fitsShape(shape, boolType)) return []
    const left = expressionGoal(space, partShape(shape, numberType, { match: 'fits', except: ['integer'] }))
    const right = expressionGoal(space, partShape(shape, numberType, { match: 'fits' }))
    return operators.map((operator) => binaryOption(`expression/${operator}`, operator, left, right, 'enough'))
  },
  labels: () => operators.map((operator) => `expression/${operator}`),
}
