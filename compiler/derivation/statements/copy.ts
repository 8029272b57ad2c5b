import { stringType } from '../../types/index.ts'
import { isRebindable } from './rebindable.ts'
import { nameGoal } from '../goals/name-goal.ts'
import { noCost, oneStatement } from '../machine/cost.ts'
import { bit, mostNames, withDuty } from '../machine/duties.ts'
import type { Option } from '../machine/goal.ts'
import type { LocalName } from '../machine/scope.ts'
import type { State } from '../machine/state.ts'
import { nameExpression, nameNode, nowhere, textNode } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import type { Space } from '../space/space.ts'
import { mayNest } from './statement-form.ts'
import type { StatementContext, StatementForm } from './statement-form.ts'

export const copyStem = 'current'

/** `current = parameter` or `current = "…"`, right before the loop that binds `current` again. */
export const copyForm: StatementForm = {
  kind: 'copy',
  options: (context) => {
    const { space, shape, state } = context
    if (shape.after === 'copy' || !mayNest(context)) return []
    const goal = nameGoal(`copied ${shape.level} ${context.then({}).key}`, (current) => sources(space, context, current))
    if (sources(space, context, state).length === 0) return []
    return [
      {
        label: 'statement/copy',
        cost: oneStatement,
        reads: 0,
        goals: [goal],
        part: {
          kind: 'statement',
          last: false,
          write: (writer) => ({
            kind: 'binding',
            name: nameNode(writer.nextName()),
            type: null,
            value: writer.expression(),
            range: nowhere,
          }),
          read: (statement, names) => {
            if (statement.kind !== 'binding' || statement.type !== null || names.derived(statement.name.text) !== null)
              return null
            return [{ kind: 'introduces', name: statement.name.text }, expressionPiece(statement.value)]
          },
        },
      },
    ]
  },
  labels: () => ['statement/copy'],
}

/**
 * What can be copied: parameters, and texts as they are. No optional parameter: what a condition before has told about it
 * would change the type of the copy.
 */
function sources(space: Space, { then }: StatementContext, state: State): readonly Option[] {
  const name = space.names.fresh(state.scope, copyStem, false)
  const position = state.scope.names.length
  if (name === null || position >= mostNames) return []
  const binding = (type: LocalName['type']): Pick<Option, 'cost' | 'goals' | 'change' | 'introduces'> => ({
    cost: noCost,
    goals: [then({ after: 'copy', copied: position })],
    change: (current) => ({
      ...current,
      scope: space.extend(current.scope, { name, type, role: 'variable' }),
      unread: withDuty(current.unread, bit(position)),
    }),
    introduces: name,
  })
  const parameters = state.scope.names.flatMap(({ name: source, type, role }, at): readonly Option[] =>
    role === 'parameter' && type.kind !== 'optional' && isRebindable(type)
      ? [
          {
            ...binding(type),
            label: `name/${source}`,
            reads: bit(at),
            part: {
              kind: 'expression',
              write: () => nameExpression(source),
              read: (expression, names) =>
                expression.kind === 'name_expression' && names.derived(expression.name) === source ? [] : null,
            },
          },
        ]
      : [],
  )
  const strings = space.specification.constructs.strings.filter((string) => !string.includes('{{}}'))
  const texts = strings.map((string): Option => {
    const node = textNode(string === '' ? [] : [{ kind: 'chunk', value: string, range: nowhere }])
    return {
      ...binding(stringType),
      label: `string/${string}`,
      reads: 0,
      part: {
        kind: 'expression',
        write: () => node,
        read: (expression) => {
          if (expression.kind !== 'text' || expression.parts.some((part) => part.kind !== 'chunk')) return null
          return expression.parts.map((part) => (part.kind === 'chunk' ? part.value : '')).join('') === string ? [] : null
        },
      },
    }
  })
  return [...parameters, ...texts]
}
