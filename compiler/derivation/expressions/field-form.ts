import { typeText } from '../../types/index.ts'
import type { RecordType } from '../../types/index.ts'
import { noCost } from '../machine/cost.ts'
import { nameNode, nowhere } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { Space } from '../space/space.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { exactMatch, fitsShape, partShape } from './expression-shape.ts'

const records = (space: Space): readonly RecordType[] => space.shapes.filter((type) => type.kind === 'record')

const labelOf = (record: RecordType, field: string): string => `expression/.${field} of ${typeText(record)}`

/** A field of a record; an optional one under the same condition as an optional name. */
export const fieldForm: ExpressionForm = {
  kind: 'field',
  options: ({ space, shape }) =>
    shape.depth < 1
      ? []
      : records(space).flatMap((record) =>
          record.fields
            .filter(({ type }) => fitsShape(shape, type) && (shape.match === 'fits' || type.kind !== 'optional' || shape.tests))
            .map(({ name }) => ({
              label: labelOf(record, name),
              cost: noCost,
              reads: 0,
              goals: [
                expressionGoal(space, partShape(shape, record, { match: exactMatch(shape.match), except: ['record', 'otherwise', 'default'] })),
              ],
              stem: name,
              part: {
                kind: 'expression',
                write: (writer) => ({ kind: 'member', object: writer.expression(), field: nameNode(name), range: nowhere }),
                read: (expression) =>
                  expression.kind === 'member' && expression.field.text === name ? [expressionPiece(expression.object)] : null,
              },
            })),
        ),
  labels: (space) => records(space).flatMap((record) => record.fields.map(({ name }) => labelOf(record, name))),
}
