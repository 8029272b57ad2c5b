import { typeText } from '../../types/index.ts'
import { blockKey } from '../goals/block-shape.ts'
import { boundedLists } from '../goals/bounded-lists.ts'
import type { BoundedList } from '../goals/bounded-lists.ts'
import { nameGoal } from '../goals/name-goal.ts'
import { noCost, oneStatement } from '../machine/cost.ts'
import { bit, mostNames, withDuty } from '../machine/duties.ts'
import type { AskingGoal } from '../machine/goal.ts'
import { nameExpression, nameNode, nowhere } from '../nodes.ts'
import { namePiece } from '../pieces.ts'
import { enterLoop, loopGoals, subjects } from './loop-body.ts'
import { mayNest } from './statement-form.ts'
import type { StatementContext, StatementForm } from './statement-form.ts'

/** `for item in names { … }` over a list of known bound: first the list, then the name that the loop is for. */
export const forForm: StatementForm = {
  kind: 'for',
  options: (context) => {
    const { shape, state, then } = context
    if (!mayNest(context) || boundedLists(state.scope).length === 0 || subjects(context, state).length === 0) return []
    const source = nameGoal(`for in ${blockKey(shape)} then ${then({}).key}`, (current) =>
      boundedLists(current.scope).map((list) => ({
        label: `name/${list.name}`,
        cost: noCost,
        reads: bit(list.position),
        goals: [subjectGoal(context, list)],
        part: { kind: 'name', name: list.name },
      })),
    )
    return [
      {
        label: 'statement/for',
        cost: oneStatement,
        reads: 0,
        goals: [source],
        part: {
          kind: 'statement',
          last: false,
          write: (writer) => {
            const { option } = writer.step()
            const list = nameExpression(option.part.kind === 'name' ? option.part.name : '')
            const item = nameNode(writer.step().named ?? '')
            const body = { kind: 'block' as const, statements: writer.statements(), range: nowhere }
            return { kind: 'for', item, index: null, list, maximum: null, body, range: nowhere }
          },
          read: (statement) => {
            if (statement.kind !== 'for' || statement.index !== null || statement.maximum !== null) return null
            if (statement.list.kind !== 'name_expression') return null
            return [
              namePiece(statement.list.name),
              { kind: 'introduces', name: statement.item.text },
              namePiece(null),
              { kind: 'statements', statements: statement.body.statements, result: null },
            ]
          },
        },
      },
    ]
  },
  labels: () => ['statement/for'],
}

function subjectGoal(context: StatementContext, list: BoundedList): AskingGoal {
  const { space, shape, then } = context
  // Lists at one position differ from program to program, and with them what the body may do and cost.
  const listKey = `${list.position}: ${typeText(list.element)} ${list.bound}`
  return nameGoal(`for ${listKey} in ${blockKey(shape)} then ${then({}).key}`, (state) => {
    const outer = state.scope.names.length
    const item = space.names.fresh(state.scope, 'item', false)
    if (item === null || outer >= mostNames) return []
    return subjects(context, state).map(({ name, position }) => ({
      label: `name/${name}`,
      cost: noCost,
      reads: 0,
      goals: loopGoals(context, state, outer, list.bound),
      change: (current) => {
        const inside = enterLoop(current, shape.level + 1, outer, position)
        const scope = space.extend(inside.scope, { name: item, type: list.element, role: 'item' })
        return { ...inside, scope, unread: withDuty(inside.unread, bit(outer)) }
      },
      introduces: item,
      part: { kind: 'name', name },
    }))
  })
}
