import { isOptional, optionalOf } from '../../types/index.ts'
import { binaryOption } from './binary-option.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { exactMatch, isBoundedClass, partShape } from './expression-shape.ts'

/** `value ?? fallback`. */
export const defaultForm: ExpressionForm = {
  kind: 'default',
  options: ({ space, shape }) => {
    if (shape.depth < 1 || isOptional(shape.type) || isBoundedClass(shape)) return []
    const value = partShape(shape, optionalOf(shape.type), { match: exactMatch(shape.match), tests: true, except: ['default', 'none'] })
    return [
      binaryOption(
        'expression/??',
        '??',
        expressionGoal(space, value),
        expressionGoal(space, partShape(shape, shape.type)),
        'chosen',
      ),
    ]
  },
  labels: () => ['expression/??'],
}
