import { boolType, typeText } from '../../types/index.ts'
import type { ExpressionKind } from '../specification.ts'
import type { Space } from '../space/space.ts'
import { binaryOption } from './binary-option.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

const operators = ['==', '!='] as const

/** A constant stands on the right. */
const constants: readonly ExpressionKind[] = ['string', 'integer', 'boolean', 'none', 'member']

/** Types of which no value belongs to another one: an `int` is a `number`, so `number` stands for both. */
function comparable(space: Space) {
  const hasNumber = space.types.some((type) => type.kind === 'number')
  return space.types.filter(
    ({ kind }) => kind === 'string' || kind === 'enum' || kind === 'number' || (kind === 'int' && !hasNumber),
  )
}

/** `==` and `!=` between two values of a plain type. */
export const equalForm: ExpressionForm = {
  kind: 'equal',
  options: ({ space, shape }) =>
    shape.depth < 1 || !fitsShape(shape, boolType)
      ? []
      : operators.flatMap((operator) =>
          comparable(space).map((type) => {
            const left = expressionGoal(space, partShape(shape, type, { match: 'fits', except: constants }))
            const right = expressionGoal(space, partShape(shape, type, { match: 'fits' }))
            return binaryOption(`expression/${operator} ${typeText(type)}`, operator, left, right, 'agrees')
          }),
        ),
  labels: (space) => operators.flatMap((operator) => comparable(space).map((type) => `expression/${operator} ${typeText(type)}`)),
}
