import { blocksOf } from '../../graph/index.ts'
import type { Node, Pure, ValueId } from '../../graph/index.ts'
import { isOptional } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Variable } from '../scope.ts'
import type { Place } from './place.ts'
import { readsOf } from './promised.ts'
import { typeText } from './value-text.ts'

/**
 * The variable that a branch may give its new value to, because it holds what the name was before and nothing reads that any
 * more; `null` where the merged value needs a variable of its own.
 */
export function mergedInto(node: Extract<Node, { kind: 'if' | 'match' }>, position: number, place: Place): string | null {
  const id = node.results[position]
  if (id === undefined) return null
  const carried = carriedBefore(id, place)
  const isElseEmpty = node.kind === 'if' && node.else.nodes.length === 0
  const before = isElseEmpty ? idOf(node.else.outputs[position]) : carried
  const variable = before === null ? null : freeVariable(before, id, place)
  const others = blocksOf(node).flatMap(({ outputs }) => outputs.filter((_, other) => other !== position))
  if (before === null || variable === null || readsOf(others).has(before)) return null
  const { name, typedText } = variable
  if (before === carried) return name
  const { lines } = place
  if (!isNeverNarrowed(id, place)) return null
  const isWritten = lines.rewrite(`const ${name} = `, (rest) => `let ${name}: ${typeText(id, place)} = ${typedText ?? rest}`)
  return isWritten || lines.has(`let ${name}: `) ? name : null
}

/** The variable that a loop carries, where a step in the loop gives it the value that the next round takes over. */
export function carriedInto(id: ValueId, place: Place): string | null {
  const before = carriedBefore(id, place)
  if (before === null || !isNeverNarrowed(id, place)) return null
  return freeVariable(before, id, place)?.name ?? null
}

/** What the loop around carries in the place that the next round takes this value over to. */
const carriedBefore = (id: ValueId, { carried }: Place): ValueId | null =>
  carried.find(({ next }) => idOf(next) === id)?.value ?? null

/** The variable of a value that nothing reads any more, where it has the type of the one that follows. */
function freeVariable(before: ValueId, id: ValueId, place: Place): Extract<Variable, { kind: 'plain' }> | null {
  const variable = place.scope.variables.get(before)
  // A step that was begun may still have to read the variable.
  if (variable?.kind !== 'plain' || place.round.hasBegun || place.isReadLater(before)) return null
  return typeText(id, place) === typeText(before, place) ? variable : null
}

const idOf = (pure: Pure | undefined): ValueId | null => (pure?.kind === 'value' ? pure.id : null)

/** Whether a check for `none` never narrows the value or a field of it: functions would see that of a constant alone. */
const isNeverNarrowed = (id: ValueId, { scope }: Place): boolean => hasNoOptional(scope.types.typeOf({ kind: 'value', id }, new Map()))

function hasNoOptional(type: Type): boolean {
  if (type.kind === 'record') return type.fields.every((field) => hasNoOptional(field.type))
  return !isOptional(type)
}
