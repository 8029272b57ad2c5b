import type { Type } from './type.ts'

/** A type may have so many parts: written out, types that hold another one twice double with every level. */
export const typePartLimit = 1000

/** Whether the type, written out, has more parts than the limit. */
export function isTooLarge(type: Type): boolean {
  return partsLeft(type, typePartLimit) < 0
}

/** What is left of `budget` after the parts of the type; gives up below 0. */
function partsLeft(type: Type, budget: number): number {
  const left = budget - 1
  if (left < 0) return left
  switch (type.kind) {
    case 'list':
      return partsLeft(type.element, left)
    case 'optional':
      return partsLeft(type.inner, left)
    case 'record':
      return partsOfAll(type.fields.map((field) => field.type), left)
    case 'agent':
      return partsOfAll([...type.parameters, type.result], left)
    default:
      return left
  }
}

function partsOfAll(types: readonly Type[], budget: number): number {
  let left = budget
  for (const type of types) {
    if (left < 0) return left
    left = partsLeft(type, left)
  }
  return left
}
