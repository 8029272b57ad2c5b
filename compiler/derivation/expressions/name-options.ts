import { noCost } from '../machine/cost.ts'
import { bit } from '../machine/duties.ts'
import type { Option } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'
import { nameExpression } from '../nodes.ts'
import { fitsShape } from './expression-shape.ts'
import type { ExpressionShape } from './expression-shape.ts'

/**
 * The names in scope that may stand there. Where the type has to be exactly the wanted one, an optional name stands only
 * where it is tested: what a condition before has told about it would change its type.
 */
export const nameOptions = (shape: ExpressionShape, scope: Scope): readonly Option[] =>
  scope.names.flatMap(({ name, type }, position) => {
    const isChangeable = shape.match !== 'fits' && type.kind === 'optional' && !shape.tests
    if ((shape.names & bit(position)) === 0 || isChangeable || !fitsShape(shape, type)) return []
    return [
      {
        label: `name/${name}`,
        cost: noCost,
        reads: bit(position),
        goals: [],
        part: {
          kind: 'expression',
          write: () => nameExpression(name),
          read: (expression, names) =>
            expression.kind === 'name_expression' && names.derived(expression.name) === name ? [] : null,
        },
      },
    ]
  })
