/** Which roles take steps in a phase; the others are frozen: no gradient, no optimizer state touched. */
export type Trained = 'designer' | 'executor' | 'both'

/** A stretch of training. Exactly one of `steps` and `until` says when it ends. */
export type Phase = StepsPhase | UntilPhase

export interface StepsPhase {
  readonly train: Trained
  readonly steps: number
}

export interface UntilPhase {
  readonly train: Trained
  readonly until: Until
}

export type Until = Plateau | Target

/** Ends when the best measurement is `patience` measurements old and none since was better by more than `delta`. */
export interface Plateau {
  readonly kind: 'plateau'
  readonly patience: number
  readonly delta: number
  /** It ends after this many steps at the latest. */
  readonly mostSteps: number
}

/** Ends when a measurement reaches `value`. */
export interface Target {
  readonly kind: 'target'
  readonly value: number
  /** It ends after this many steps at the latest. */
  readonly mostSteps: number
}

/** Phases in order; `repeat` starts again with the first after the last. */
export interface Schedule {
  readonly phases: readonly Phase[]
  readonly repeat: boolean
}

/** A measurement that `until` goes by: the mean score of a step, or of an evaluation. */
export interface Measurement {
  /** The step after which it was taken. */
  readonly step: number
  readonly value: number
}
