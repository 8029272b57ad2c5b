/** A step of a supervised start. */
export interface SupervisedProgress {
  /** From 1. */
  readonly step: number
  readonly loss: number
  /** Share of right replies to fresh examples of training tasks, sampled at temperature 1; `null` where it was not measured. */
  readonly accuracy: number | null
}
