import { scorerOfTasks } from '../../trainer/scorers/index.ts'
import type { DefaultScorer, Scorer } from '../../trainer/scorers/index.ts'
import type { Task } from '../../trainer/tasks/index.ts'
import { readTaskFile } from '../run/read-task-file.ts'

export type ScoredTasks =
  | { readonly kind: 'ok'; readonly tasks: readonly Task[]; readonly scorer: Scorer }
  /** Everything that is wrong with the scorer or the tasks; nothing has run. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** Reads a task file, and looks whether each task says what its scorer needs. */
export function readScoredTasks(file: string, choice: DefaultScorer): ScoredTasks {
  const read = readTaskFile(file)
  if (read.kind === 'error') return read
  const scorer = scorerOfTasks(choice)
  const problems = read.tasks.flatMap(({ task, place }) => {
    const fit = scorer.fits(task)
    return fit.kind === 'unfit' ? [`${place}: ${fit.problem}`] : []
  })
  if (problems.length > 0) return { kind: 'error', problems: firstOf(problems) }
  return { kind: 'ok', tasks: read.tasks.map(({ task }) => ({ ...task, family: file, difficulty: 0 })), scorer }
}

const mostProblems = 20

/** A mistake that all tasks share is not told a thousand times. */
function firstOf(problems: readonly string[]): readonly string[] {
  if (problems.length <= mostProblems) return problems
  return [...problems.slice(0, mostProblems), `and ${problems.length - mostProblems} more`]
}
