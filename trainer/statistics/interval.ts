/** An estimate and the interval that covers it. */
export interface Interval {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
}
