import type { Interval } from '../../statistics/index.ts'
import { differenceText } from './words.ts'
import type { Verdict } from './verdict.ts'

export interface FamilyDifference {
  readonly family: string
  /** Not numbers where a result is missing. */
  readonly difference: Interval
}

/** A claim on at least so many of several families. Open as long as the families without results could still decide it. */
export function onFamilies(
  claim: string,
  least: number,
  differences: readonly FamilyDifference[],
  holds: (difference: Interval) => boolean,
): Verdict {
  const known = differences.filter(({ difference }) => Number.isFinite(difference.estimate))
  const holding = known.filter(({ difference }) => holds(difference)).length
  const open = differences.length - known.length
  return {
    claim: `${claim}, on at least ${least} of ${differences.length}`,
    reached: holding >= least ? true : holding + open < least ? false : null,
    found: known.length === 0 ? 'no results' : `on ${holding}: ${known.map(textOf).join('; ')}`,
  }
}

const textOf = ({ family, difference }: FamilyDifference): string => `${family} ${differenceText(difference)}`
