import type { TextPart } from '../../../grammar/index.ts'
import { stringType } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import type { Piece } from '../machine/part.ts'
import { nowhere, textNode } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

/** A text of the space; each `{{}}` in it inserts a name or a field of one that holds a string. */
export const stringForm: ExpressionForm = {
  kind: 'string',
  options: ({ space, shape }) => {
    if (!fitsShape(shape, stringType)) return []
    return space.specification.constructs.strings.flatMap((string) => {
      const chunks = string.split('{{}}')
      const insertions = chunks.length - 1
      if (insertions > 0 && shape.depth < 1) return []
      const goal = expressionGoal(space, partShape(shape, stringType, { match: 'fits', only: ['name', 'field'], inText: true }))
      return [
        {
          label: `string/${string}`,
          cost: noCost,
          reads: 0,
          goals: Array.from({ length: insertions }, () => goal),
          stem: 'text_value',
          part: {
            kind: 'expression',
            write: (writer) => {
              const parts = chunks.flatMap((value, position): TextPart[] => [
                ...(position === 0 ? [] : [{ kind: 'insert' as const, expression: writer.expression(), range: nowhere }]),
                ...(value === '' ? [] : [{ kind: 'chunk' as const, value, range: nowhere }]),
              ])
              return textNode(parts)
            },
            read: (expression) => (expression.kind === 'text' ? readText(expression.parts, string) : null),
          },
        },
      ]
    })
  },
  labels: (space) => space.specification.constructs.strings.map((string) => `string/${string}`),
}

/** What is inserted, where the text is the string otherwise. */
function readText(parts: readonly TextPart[], string: string): readonly Piece[] | null {
  const pieces: Piece[] = []
  let written = ''
  for (const part of parts) {
    if (part.kind === 'chunk') {
      written += part.value
    } else if (part.kind === 'insert') {
      written += '{{}}'
      pieces.push(expressionPiece(part.expression))
    } else {
      return null
    }
  }
  return written === string ? pieces : null
}
