/**
 * A duty is a set of names, as bits by their position in the scope: one of them has to be read. The bits above the names
 * say by when: before the condition ends, or before the body of a loop at some level ends; a duty without such a bit is due
 * before its names go out of scope.
 */
export type Duty = number

/** Positions of names that fit below the marks. */
export const mostNames = 24
const conditionMark = 1 << 30
const allNames = (1 << mostNames) - 1

/** How deep loops may nest. */
export const mostLevels = 6

/** The mark of the loop whose body is at that level; other levels have none. */
const loopMark = (level: number): number => (level >= 1 && level <= mostLevels ? 1 << (mostNames + level - 1) : 0)

export const bit = (position: number): number => 1 << position

/** The bits of the first names. */
export const firstBits = (count: number): number => (1 << count) - 1

export const beforeConditionEnds = (names: number): Duty => conditionMark | names

export const beforeLoopEnds = (names: number, level: number): Duty => loopMark(level) | names

/** The duties that are left when the names have been read. */
export const afterReading = (duties: readonly Duty[], names: number): readonly Duty[] =>
  duties.some((duty) => (duty & names) !== 0) ? duties.filter((duty) => (duty & names) === 0) : duties

/** The duties and one more; kept in order, so that equal sets have equal keys. */
export const withDuty = (duties: readonly Duty[], duty: Duty): readonly Duty[] =>
  duties.includes(duty) ? duties : [...duties, duty].sort((left, right) => left - right)

export const conditionIsDue = (duties: readonly Duty[]): boolean => duties.some((duty) => (duty & conditionMark) !== 0)

/** Whether the block that `outer` names precede, at that level of nesting, may end. */
export const blockMayEnd = (duties: readonly Duty[], outer: number, level: number): boolean =>
  duties.every((duty) => (duty & loopMark(level)) === 0 && (duty & allNames & firstBits(outer)) !== 0)

/** The duties as they stand outside, where only the first names exist. */
export const outside = (duties: readonly Duty[], outer: number): readonly Duty[] =>
  [...new Set(duties.map((duty) => duty & (firstBits(outer) | ~allNames)))].sort((left, right) => left - right)

/** How many duties are for single values, not for a condition or a loop. */
export const plainDuties = (duties: readonly Duty[]): number => duties.filter((duty) => (duty & ~allNames) === 0).length

type Split = readonly [taken: readonly Duty[], left: readonly Duty[]]

const onlySplit: readonly Split[] = [[[], []]]

/** All ways to take some of the duties, the largest first, each with the rest. */
export function splits(duties: readonly Duty[]): readonly Split[] {
  if (duties.length === 0) return onlySplit
  const count = 1 << duties.length
  return Array.from({ length: count }, (_, number) => {
    const mask = count - 1 - number
    return [
      duties.filter((_, position) => (mask & bit(position)) !== 0),
      duties.filter((_, position) => (mask & bit(position)) === 0),
    ] as const
  })
}
