import type { Value } from '../../compiler/index.ts'
import type { Task } from '../tasks/index.ts'

/** What a scorer may know of a task. */
export type ScoredTask = Pick<Task, 'id' | 'input' | 'expected' | 'tests' | 'schema' | 'scorer'>

/**
 * Judges the typed result of a run, and is handed nothing else: no output, no transcript, no value on the way. What becomes
 * of a run that has no result is not a scorer's affair: see `scoreOutcome`.
 */
export interface Scorer {
  readonly name: string
  /** Whether a task says what the scorer needs of it. Looked at before anything runs, and before each result. */
  fits(task: ScoredTask): TaskFit
  /** Only for tasks that fit. */
  judge(result: Value, task: ScoredTask): Verdict | Promise<Verdict>
}

export type TaskFit =
  | { readonly kind: 'fits' }
  /** Nobody knows the answer: the task runs, and is never scored. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The task is written wrong: said before anything runs. */
  | { readonly kind: 'unfit'; readonly problem: string }

export type Verdict =
  /** In [0, 1]. */
  | { readonly kind: 'scored'; readonly score: number }
  /** Nobody can say what the result is worth: it stands in no mean, and is counted. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The scorer itself failed, which says nothing of the result: it stands in no mean, and is told. */
  | { readonly kind: 'failed'; readonly reason: string }

/** The verdict of a scorer that says yes or no. */
export const verdictOf = (isRight: boolean): Verdict => ({ kind: 'scored', score: isRight ? 1 : 0 })
