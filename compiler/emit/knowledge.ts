import type { Pure } from '../graph/index.ts'

/** How TypeScript comes to know that a value is not `null`: by itself, or not at all. */
export type Knowledge = ReadonlyMap<string, 'native' | 'told'>

/** A name for a value or a path of fields; `null` for other expressions, which are not narrowed. */
export function pathKey(pure: Pure): string | null {
  if (pure.kind === 'value') return pure.id
  if (pure.kind !== 'field') return null
  const of = pathKey(pure.of)
  return of === null ? null : `${of}/${pure.name}`
}

/** The paths that are not `none` where the condition comes to `outcome`. */
export function presentWhere(condition: Pure, outcome: boolean): readonly string[] {
  switch (condition.kind) {
    case 'not':
      return presentWhere(condition.operand, !outcome)
    case 'and':
    case 'or':
      if (outcome !== (condition.kind === 'and')) return []
      return [...presentWhere(condition.left, outcome), ...presentWhere(condition.right, outcome)]
    case 'binary': {
      if (condition.operator !== (outcome ? '!=' : '==')) return []
      const other = isNone(condition.right) ? condition.left : isNone(condition.left) ? condition.right : null
      const key = other === null ? null : pathKey(other)
      return key === null ? [] : [key]
    }
    default:
      return []
  }
}

export const isNone = (pure: Pure): boolean => pure.kind === 'constant' && pure.value === null

export function knowing(knowledge: Knowledge, keys: readonly string[], how: 'native' | 'told'): Knowledge {
  const more = new Map(knowledge)
  for (const key of keys) if (more.get(key) !== 'native') more.set(key, how)
  return more
}
