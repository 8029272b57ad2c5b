import { noCost } from '../machine/cost.ts'
import { nameExpression, nameNode, nowhere } from '../nodes.ts'
import { namePiece } from '../pieces.ts'
import type { ExpressionForm } from './expression-form.ts'
import { eachSourceGoal } from '../goals/each-source-goal.ts'
import { wantedList } from './expression-shape.ts'

/** `each item in names { … yield … }` over a list of known bound that has a name. */
export const eachForm: ExpressionForm = {
  kind: 'each',
  options: ({ space, shape }) =>
    wantedList(shape) === null || shape.depth < 1
      ? []
      : [
          {
            label: 'expression/each',
            cost: noCost,
            reads: 0,
            goals: [eachSourceGoal(space, shape)],
            stem: 'results',
            part: {
              kind: 'expression',
              write: (writer) => {
                const { option, named } = writer.step()
                if (option.part.kind !== 'name') throw new Error('an each goes over a name')
                const list = nameExpression(option.part.name)
                return {
                  kind: 'each',
                  item: nameNode(named ?? ''),
                  index: null,
                  list,
                  maximum: null,
                  ...writer.yielding(),
                  range: nowhere,
                }
              },
              read: (expression) => {
                if (expression.kind !== 'each' || expression.index !== null || expression.maximum !== null) return null
                if (expression.list.kind !== 'name_expression') return null
                const { list, item, body, result } = expression
                return [
                  { kind: 'introduces', name: item.text },
                  namePiece(list.name),
                  { kind: 'statements', statements: body, result },
                ]
              },
            },
          },
        ],
  labels: () => ['expression/each'],
}
