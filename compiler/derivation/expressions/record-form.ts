import { withoutNone } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import { nameNode, nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { partShape } from './expression-shape.ts'

/** A record of the wanted type, field by field. */
export const recordForm: ExpressionForm = {
  kind: 'record',
  options: ({ space, shape }) => {
    const type = shape.match === 'fits' ? withoutNone(shape.type) : shape.type
    if (type.kind !== 'record' || shape.depth < 1) return []
    return [
      {
        label: 'expression/record',
        cost: noCost,
        reads: 0,
        goals: type.fields.map((field) => expressionGoal(space, partShape(shape, field.type))),
        stem: 'record',
        part: {
          kind: 'expression',
          write: (writer) => ({
            kind: 'record',
            spread: null,
            fields: type.fields.map((field) => ({ name: nameNode(field.name), value: writer.expression() })),
            range: nowhere,
          }),
          read: (expression) => {
            if (expression.kind !== 'record' || expression.spread !== null || expression.fields.length !== type.fields.length)
              return null
            const values = type.fields.map(
              ({ name }) => expression.fields.find((field) => field.name.text === name)?.value ?? null,
            )
            return values.every((value) => value !== null) ? values.map(expressionPiece) : null
          },
        },
      },
    ]
  },
  labels: () => ['expression/record'],
}
