import { boolType, typeText } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import { binaryNode, nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { Space } from '../space/space.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

const tests = [
  { word: 'present', operator: '!=' },
  { word: 'absent', operator: '==' },
] as const

const optionals = (space: Space) => space.shapes.filter((type) => type.kind === 'optional')

/** `value != none` and `value == none`, for each optional type. */
export const presentForm: ExpressionForm = {
  kind: 'present',
  options: ({ space, shape }) =>
    shape.depth < 1 || !fitsShape(shape, boolType)
      ? []
      : tests.flatMap(({ word, operator }) =>
          optionals(space).map((type) => ({
            label: `expression/${word} ${typeText(type)}`,
            cost: noCost,
            reads: 0,
            goals: [expressionGoal(space, partShape(shape, type, { match: 'same', tests: true, except: ['none', 'otherwise'] }))],
            stem: word === 'present' ? 'found' : 'missing',
            part: {
              kind: 'expression',
              write: (writer) => binaryNode(operator, writer.expression(), { kind: 'none', range: nowhere }),
              read: (expression) =>
                expression.kind === 'binary' && expression.operator === operator && expression.right.kind === 'none'
                  ? [expressionPiece(expression.left)]
                  : null,
            },
          })),
        ),
  labels: (space) => tests.flatMap(({ word }) => optionals(space).map((type) => `expression/${word} ${typeText(type)}`)),
}
