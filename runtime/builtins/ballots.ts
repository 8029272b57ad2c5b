import type { Value } from '../../compiler/index.ts'
import { equalValues } from '../values/equal-values.ts'
import type { Keyed } from './keys.ts'

/** Elements with equal keys. */
export interface Group {
  readonly first: Keyed
  readonly size: number
}

/** The groups of equal keys, in the order of their first elements. */
export function groupsOf(entries: readonly Keyed[]): readonly Group[] {
  const groups: { readonly first: Keyed; size: number }[] = []
  const byScalar = new Map<Value, { readonly first: Keyed; size: number }>()
  for (const entry of entries) {
    const plain = typeof entry.key !== 'object' || entry.key === null
    const known = plain ? byScalar.get(entry.key) : groups.find((group) => equalValues(group.first.key, entry.key))
    if (known !== undefined) {
      known.size += 1
      continue
    }
    const group = { first: entry, size: 1 }
    groups.push(group)
    if (plain) byScalar.set(entry.key, group)
  }
  return groups
}

/**
 * How many more of the `left` elements have to be known before the largest group can be certain: all of those fall into the leading
 * group at best, and it then wins however the others fall. 0 where it is certain now. Ties go to the earliest group, so a rival
 * behind the leader, or one that nobody has seen yet, has to overtake it; one before the leader needs only to draw level.
 */
export function leastToDecide(groups: readonly Group[], left: number): number {
  const leader = groups.reduce<Group | null>((best, group) => (best === null || group.size > best.size ? group : best), null)
  const position = leader === null ? 0 : groups.indexOf(leader)
  const ahead = groups.map((group, at) => (group === leader ? 0 : group.size + (at < position ? 1 : 0)))
  // After m more for the leader, a rival may get left - m: the leader wins where leader + m >= rival + left - m.
  const short = Math.max(0, ...ahead) + left - (leader?.size ?? 0)
  return Math.max(0, Math.ceil(short / 2))
}
