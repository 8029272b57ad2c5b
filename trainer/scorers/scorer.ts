import type { ExecutionOutcome } from '../rollout/index.ts'
import type { Task } from '../tasks/index.ts'

/** Judges an outcome by its typed result and nothing else: no output, no transcript, no format. */
export interface Scorer {
  readonly name: string
  /** In [0, 1]. 0 for a run that failed or spent its budget; `null` where nobody can say: a cancelled run, an unknown answer. */
  score(task: Task, outcome: ExecutionOutcome): number | null
}
