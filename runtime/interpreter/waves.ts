import type { CertainVote, Value } from '../../compiler/graph/index.ts'
import { leastToDecide, groupsOf } from '../builtins/ballots.ts'
import { keyed } from '../builtins/keys.ts'

/**
 * How many iterations begin next, all at the same time, where the first ones have come to these values and none is under way.
 * 0 ends the region.
 */
export type NextWave = (values: readonly Value[]) => number

export const allAtOnce =
  (count: number): NextWave =>
  (values) =>
    count - values.length

export const oneByOne =
  (count: number): NextWave =>
  (values) =>
    Math.min(1, count - values.length)

/** As many as could decide the vote at best: never one that would not run if they ran one by one. */
export const untilCertain =
  (count: number, { selector, presentOnly }: CertainVote): NextWave =>
  (values) => {
    const voting = presentOnly ? values.filter((value) => value !== null) : values
    return leastToDecide(groupsOf(keyed(voting, selector)), count - values.length)
  }
