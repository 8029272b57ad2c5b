import type { Value } from '../../compiler/index.ts'
import type { Task } from '../tasks/index.ts'
import { judgingScorer } from './judging-scorer.ts'
import type { Scorer } from './scorer.ts'

/**
 * A scorer of the embedding program. It sees the typed result and the task; `null` says that it cannot judge. Throws a
 * RangeError for a score outside [0, 1]: it would be taken for a reward.
 */
export function functionScorer(name: string, judge: (value: Value, task: Task) => number | null): Scorer {
  return judgingScorer(name, (value, task) => {
    const score = judge(value, task)
    if (score === null || (score >= 0 && score <= 1)) return score
    throw new RangeError(`the scorer ${name} gave ${score} for ${task.id}: a score lies in 0 to 1`)
  })
}
