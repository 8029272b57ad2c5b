import { boolType } from '../../types/index.ts'
import { nowhere } from '../nodes.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape } from './expression-shape.ts'
import { literalOption } from './literal-form.ts'

/** `true` and `false`. */
export const booleanForm: ExpressionForm = {
  kind: 'boolean',
  options: ({ shape }) =>
    fitsShape(shape, boolType)
      ? [true, false].map((value) =>
          literalOption(
            `expression/${value}`,
            'flag',
            { kind: 'boolean', value, range: nowhere },
            (expression) => expression.kind === 'boolean' && expression.value === value,
          ),
        )
      : [],
  labels: () => ['expression/true', 'expression/false'],
}
