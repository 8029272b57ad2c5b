import type { Engine } from './engine.ts'
import { equalNumbers, equalScalars, proportional } from './equal-scalars.ts'
import type { Expression } from './expression.ts'
import { variablesOf } from './read-expression.ts'

/** Whether two answers are the same mathematics. Different kinds never are: a set is no list, an equation no number. */
export function equalExpressions(engine: Engine, left: Expression, right: Expression): boolean {
  if (JSON.stringify(left) === JSON.stringify(right)) return true
  switch (left.kind) {
    case 'text':
      return right.kind === 'text' && left.text === right.text
    case 'named':
      return right.kind === 'named' && left.name === right.name
    case 'scalar':
      return right.kind === 'scalar' && equalScalars(engine, left.tree, right.tree)
    case 'quantity':
      return right.kind === 'quantity' && left.unit === right.unit && equalScalars(engine, left.magnitude, right.magnitude)
    case 'list':
    case 'tuple':
    case 'matrix':
      return right.kind === left.kind && equalInOrder(engine, left.items, right.items)
    case 'set':
    case 'union':
    case 'intersection':
    case 'and':
    case 'or':
      return right.kind === left.kind && covers(engine, left.items, right.items) && covers(engine, right.items, left.items)
    case 'interval':
      return right.kind === 'interval' && left.ends.every((end, index) => {
        const other = right.ends[index]
        return other !== undefined && end.isOpen === other.isOpen && equalScalars(engine, end.tree, other.tree)
      })
    case 'relation':
      return right.kind === 'relation' && left.relation === right.relation && equalRelations(engine, left, right)
  }
}

const equalInOrder = (engine: Engine, left: readonly Expression[], right: readonly Expression[]): boolean =>
  left.length === right.length &&
  left.every((item, index) => {
    const other = right[index]
    return other !== undefined && equalExpressions(engine, item, other)
  })

/** Whether each item of the one equals an item of the other. */
const covers = (engine: Engine, items: readonly Expression[], others: readonly Expression[]): boolean =>
  items.every((item) => others.some((other) => equalExpressions(engine, item, other)))

type RelationExpression = Extract<Expression, { readonly kind: 'relation' }>

/** Both sides may be multiplied by a number: by a positive one where the relation has a direction. */
function equalRelations(engine: Engine, left: RelationExpression, right: RelationExpression): boolean {
  if (variablesOf(left.difference).size + variablesOf(right.difference).size === 0) return equalNumbers(engine, left.difference, right.difference)
  const hasDirection = left.relation === 'positive' || left.relation === 'not_negative'
  return proportional(engine, left.difference, right.difference, hasDirection)
}
