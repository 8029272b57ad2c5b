import type { Graph, Value } from '../../compiler/index.ts'
import { checkInputs } from '../../runtime/tasks/index.ts'
import { readTaskFile } from './read-task-file.ts'

/** One run to make. */
export interface PlannedRun {
  /** `null` for a run that is for no task. */
  readonly task: string | null
  readonly inputs: Readonly<Record<string, Value>>
}

export type PlannedRuns =
  { readonly kind: 'ok'; readonly runs: readonly PlannedRun[] } | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The runs for a task file: none where any line is broken or any input does not fit, so that nothing is dropped unseen. */
export function taskInputs(graph: Graph, file: string): PlannedRuns {
  const read = readTaskFile(file)
  if (read.kind === 'error') return read
  const problems: string[] = []
  const runs: PlannedRun[] = []
  for (const { task, place } of read.tasks) {
    const checked = checkInputs(graph.parameters, new Map(Object.entries(task.input)))
    if (checked.kind === 'ok') runs.push({ task: task.id, inputs: checked.inputs })
    else problems.push(...checked.problems.map((problem) => `${place}: ${problem}`))
  }
  return problems.length === 0 ? { kind: 'ok', runs } : { kind: 'error', problems }
}
