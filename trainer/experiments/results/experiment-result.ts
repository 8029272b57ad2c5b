import type { ArmMeasure } from './arm-measure.ts'
import type { CurvePoint } from './curve.ts'

/** What one arm came to with one seed. */
export interface ExperimentResult {
  readonly version: 2
  readonly experiment: string
  readonly arm: string
  readonly setting: string
  readonly method: string
  readonly title: string
  readonly seed: number
  /** What computed. */
  readonly backend: string
  /** Of the settings of the arm: results of others are not compared with it. */
  readonly digest: string
  /** Seconds of processor time that training and measuring took, without the supervised start that the arms of a seed share. */
  readonly processorSeconds: number
  readonly startSteps: { readonly executor: number; readonly designer: number }
  readonly steps: number
  /** Model requests of training, replays included. */
  readonly requests: number
  readonly replayRequests: number
  readonly before: ArmMeasure
  readonly after: ArmMeasure
  /** Executors after training under votes on their answers. */
  readonly votes: readonly VoteMeasure[]
  readonly curve: readonly CurvePoint[]
  /** Designs written in training, and those of them that compiled. */
  readonly written: number
  readonly compiled: number
  /** What the designer writes most after training, for each difficulty. */
  readonly designs: readonly { readonly difficulty: number; readonly share: number; readonly body: string }[]
}

export interface VoteMeasure {
  readonly size: number
  readonly requestsPerTask: number
  /** By task, in the order of the held-out tasks. */
  readonly scores: readonly number[]
}
