import { noneType } from '../../types/index.ts'
import { nowhere } from '../nodes.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape } from './expression-shape.ts'
import { literalOption } from './literal-form.ts'

/** `none`, where an optional value is wanted and any type that fits will do. */
export const noneForm: ExpressionForm = {
  kind: 'none',
  options: ({ shape }) =>
    shape.match === 'fits' && fitsShape(shape, noneType)
      ? [
          literalOption(
            'expression/none',
            'nothing',
            { kind: 'none', range: nowhere },
            (expression) => expression.kind === 'none',
          ),
        ]
      : [],
  labels: () => ['expression/none'],
}
