import { withoutNone } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import type { Option } from '../machine/goal.ts'
import { binaryNode, nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { partShape } from './expression-shape.ts'

/** `a call otherwise another value`, and `a call otherwise none` where an optional is wanted: nothing else can fail. */
export const otherwiseForm: ExpressionForm = {
  kind: 'otherwise',
  options: ({ space, shape }) => {
    if (shape.depth < 1) return []
    const attempt = (type: typeof shape.type) =>
      expressionGoal(space, partShape(shape, type, { match: shape.match, only: ['call'], naming: shape.naming }))
    const fallback = expressionGoal(space, partShape(shape, shape.type, { match: shape.match, except: ['otherwise', 'none'] }))
    const options: Option[] = [
      {
        label: 'expression/otherwise',
        cost: noCost,
        reads: 0,
        goals: [attempt(shape.type), fallback],
        part: {
          kind: 'expression',
          write: (writer) => binaryNode('otherwise', writer.expression(), writer.expression()),
          read: (expression) =>
            expression.kind === 'binary' && expression.operator === 'otherwise' && expression.right.kind !== 'none'
              ? [expressionPiece(expression.left), expressionPiece(expression.right)]
              : null,
        },
      },
    ]
    const offersNone = space.specification.constructs.expressions.includes('none') && shape.type.kind === 'optional'
    if (!offersNone) return options
    return [
      ...options,
      {
        label: 'expression/otherwise none',
        cost: noCost,
        reads: 0,
        goals: [attempt(withoutNone(shape.type))],
        part: {
          kind: 'expression',
          write: (writer) => binaryNode('otherwise', writer.expression(), { kind: 'none', range: nowhere }),
          read: (expression) =>
            expression.kind === 'binary' && expression.operator === 'otherwise' && expression.right.kind === 'none'
              ? [expressionPiece(expression.left)]
              : null,
        },
      },
    ]
  },
  labels: () => ['expression/otherwise', 'expression/otherwise none'],
}
