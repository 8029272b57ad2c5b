import type { Answer } from './answer.ts'
import type { Shape } from './shape.ts'

/** Something that runs a workflow. */
export interface Orchestrator {
  readonly name: string
  /** Builds the workflow once, over a model. */
  prepare(shape: Shape, answer: Answer): PreparedWorkflow
}

export interface PreparedWorkflow extends Disposable {
  /** Runs it with one reader of what happens in it; gives the last score of a chain, the sum of all scores of an `each`. */
  run(): Promise<number>
}
