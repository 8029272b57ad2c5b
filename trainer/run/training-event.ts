import type { FrontierEntry } from '../frontier/index.ts'
import type { Measured } from '../training/measured.ts'
import type { StepFigures } from '../training/step-figures.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'

/** One line of `metrics.jsonl`. No line holds a time: equal runs write equal files. */
export type MetricsLine =
  | ({ readonly kind: 'start'; readonly role: 'executor' | 'designer' } & SupervisedProgress)
  | ({ readonly kind: 'step' } & StepFigures)
  | EvaluationLine
  | FrontierLine

/** What an evaluation on held-out tasks came to. */
export interface EvaluationLine extends Measured {
  readonly kind: 'evaluation'
  /** Steps taken before it. */
  readonly step: number
  /** Training requests spent before it. */
  readonly requests: number
  /** Held-out tasks measured. */
  readonly tasks: number
}

/** What something came to that was measured on held-out tasks at the end. */
export interface FrontierLine {
  readonly kind: 'frontier'
  /** Steps taken before it. */
  readonly step: number
  readonly entry: FrontierEntry['kind']
  readonly name: string
  readonly score: number
  /** Mean model requests of an execution, and its mean price; `null` where no price is known. */
  readonly requests: number
  readonly price: number | null
}

/** What a run tells while it runs. */
export type TrainingEvent =
  | {
      readonly kind: 'opened'
      readonly backend: string
      /** Faster backends that were not used, and why. */
      readonly notUsed: readonly string[]
      readonly folder: string
      /** Where a resumed run goes on; `null` for one that begins. */
      readonly resumed: string | null
      /** What a resumed run had told before. */
      readonly earlier: readonly MetricsLine[]
    }
  | MetricsLine
