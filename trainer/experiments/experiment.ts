import type { TrainingConfiguration } from '../configuration/index.ts'
import type { Verdict } from './outcome/verdict.ts'
import type { ExperimentResult } from './results/experiment-result.ts'

/** A comparison over several seeds, fixed before anything runs. */
export interface Experiment {
  readonly name: string
  readonly question: string
  readonly arms: readonly ExperimentArm[]
  /** What the results say about what was claimed, whatever of them is there. */
  readonly judge: (results: readonly ExperimentResult[]) => readonly Verdict[]
}

/** One way to spend the training requests. */
export interface ExperimentArm {
  /** Names its result files: letters, digits, `-` and `_`. */
  readonly name: string
  /** What it is compared within, such as the family of tasks. */
  readonly setting: string
  /** What it is compared by, such as the schedule. */
  readonly method: string
  readonly title: string
  /** Its seed is replaced by that of each run. */
  readonly configuration: TrainingConfiguration
  /** The body of the one design given for every task; `null` where the designer writes them. */
  readonly body: string | null
  /** The sizes of the votes of `Answer` that its executors are measured with after training, for self-consistency. */
  readonly voteSizes: readonly number[]
}
