import { intType } from '../../types/index.ts'
import { binaryOption } from './binary-option.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

const operators = ['+', '-', '*'] as const

/** `+`, `-` and `*` between whole numbers; a chain leans to the left. */
export const arithmeticForm: ExpressionForm = {
  kind: 'arithmetic',
  options: ({ space, shape }) => {
    if (shape.depth < 1 || !fitsShape(shape, intType)) return []
    const left = expressionGoal(space, partShape(shape, intType, { match: 'same', except: ['integer'] }))
    const right = expressionGoal(space, partShape(shape, intType, { match: 'same', except: ['arithmetic'] }))
    return operators.map((operator) => binaryOption(`expression/${operator}`, operator, left, right, 'total'))
  },
  labels: () => operators.map((operator) => `expression/${operator}`),
}
