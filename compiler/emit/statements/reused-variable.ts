import { blocksOf } from '../../graph/index.ts'
import type { Node, Pure, ValueId } from '../../graph/index.ts'
import { isOptional } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Place } from './place.ts'
import { readsOf } from './promised.ts'
import { typeText } from './value-text.ts'

/**
 * The variable that a branch may give its new value to, because it holds what the name was before and nothing reads that any
 * more; `null` where the merged value needs a variable of its own.
 */
export function reusedVariable(node: Extract<Node, { kind: 'if' | 'match' }>, position: number, place: Place): string | null {
  const { scope, lines, round, isReadLater } = place
  const id = node.results[position]
  const before = id === undefined ? null : valueBefore(node, position, id, place)
  const variable = before === null ? undefined : scope.variables.get(before)
  // A step that was begun may still have to read the variable.
  if (id === undefined || before === null || variable?.kind !== 'plain' || round.hasBegun || isReadLater(before)) return null
  const others = blocksOf(node).flatMap(({ outputs }) => outputs.filter((_, other) => other !== position))
  if (readsOf(others).has(before) || typeText(id, place) !== typeText(before, place)) return null
  const { name, typedText } = variable
  if (isNext(id, before, place)) return name
  // Where a type is narrowed, functions see that of a constant alone.
  if (!isNeverNarrowed(scope.types.typeOf({ kind: 'value', id }, new Map()))) return null
  const isWritten = lines.rewrite(`const ${name} = `, (rest) => `let ${name}: ${typeText(id, place)} = ${typedText ?? rest}`)
  return isWritten || lines.has(`let ${name}: `) ? name : null
}

/** What the name that is merged was before the branches. */
function valueBefore(node: Extract<Node, { kind: 'if' | 'match' }>, position: number, id: ValueId, { carried }: Place): ValueId | null {
  if (node.kind === 'if' && node.else.nodes.length === 0) return idOf(node.else.outputs[position])
  return carried.find(({ next }) => idOf(next) === id)?.value ?? null
}

/** Whether the loop around carries the value and takes this one over in its place. */
const isNext = (id: ValueId, before: ValueId, { carried }: Place): boolean =>
  carried.some(({ value, next }) => value === before && idOf(next) === id)

const idOf = (pure: Pure | undefined): ValueId | null => (pure?.kind === 'value' ? pure.id : null)

const isNeverNarrowed = (type: Type): boolean =>
  !isOptional(type) && type.kind !== 'record' && (type.kind !== 'list' || isNeverNarrowed(type.element))
