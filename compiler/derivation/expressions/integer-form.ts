import { intType } from '../../types/index.ts'
import { nowhere } from '../nodes.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape } from './expression-shape.ts'
import { literalOption } from './literal-form.ts'

/** A whole number. */
export const integerForm: ExpressionForm = {
  kind: 'integer',
  options: ({ space, shape }) =>
    fitsShape(shape, intType)
      ? space.integers.map((value) =>
          literalOption(
            `integer/${value}`,
            'number_value',
            { kind: 'number', value, integer: true, range: nowhere },
            (expression) => expression.kind === 'number' && expression.value === value && expression.integer,
          ),
        )
      : [],
  labels: () => [],
}
