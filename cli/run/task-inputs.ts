import type { Graph, Value } from '../../compiler/index.ts'
import { checkInputs, readTaskLines } from '../../runtime/tasks/index.ts'
import { readTextFile } from './read-text-file.ts'

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
  const text = readTextFile(file)
  if (text.kind === 'error') return { kind: 'error', problems: [text.message] }
  const read = readTaskLines(text.text)
  if (read.kind === 'error')
    return { kind: 'error', problems: read.problems.map(({ line, message }) => `${file}:${line}: ${message}`) }
  const problems: string[] = []
  const runs: PlannedRun[] = []
  for (const [position, { id, input }] of read.tasks.entries()) {
    const checked = checkInputs(graph.parameters, new Map(Object.entries(input)))
    if (checked.kind === 'ok') runs.push({ task: id, inputs: checked.inputs })
    else problems.push(...checked.problems.map((problem) => `${file}:${read.lines[position] ?? '?'}: task ${JSON.stringify(id)}: ${problem}`))
  }
  return problems.length === 0 ? { kind: 'ok', runs } : { kind: 'error', problems }
}
