import type { Interval } from '../../statistics/index.ts'

/** A share as points of a hundred, with its sign: `+21.7`. */
export const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`

/** A difference of shares with its interval: `+21.7 points (+18.0 to +25.1)`. */
export const differenceText = ({ estimate, lower, upper }: Interval): string =>
  `${points(estimate)} points (${points(lower)} to ${points(upper)})`
