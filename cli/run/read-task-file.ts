import { statSync } from 'node:fs'
import { readTaskLines } from '../../runtime/tasks/index.ts'
import type { Task } from '../../runtime/tasks/index.ts'
import { readTextFile } from './read-text-file.ts'

export type ReadTaskFile =
  | { readonly kind: 'ok'; readonly tasks: readonly PlacedTask[] }
  /** One text per broken line, each with its place. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** A task, and where it stands, to be said before what is wrong with it. */
export interface PlacedTask {
  readonly task: Task
  readonly place: string
}

/** All tasks stay in memory while they run: a larger file is better cut. */
const largestMebibytes = 256

/** Reads a task file: all tasks, or everything that is wrong. */
export function readTaskFile(file: string): ReadTaskFile {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestMebibytes * 1024 * 1024) {
    return { kind: 'error', problems: [`${file} has more than ${largestMebibytes} MiB: split it, and run the parts one after the other`] }
  }
  const text = readTextFile(file)
  if (text.kind === 'error') return { kind: 'error', problems: [text.message] }
  const read = readTaskLines(text.text)
  if (read.kind === 'error') return { kind: 'error', problems: read.problems.map(({ line, message }) => `${file}:${line}: ${message}`) }
  return {
    kind: 'ok',
    tasks: read.tasks.map((task, position) => ({ task, place: `${file}:${read.lines[position] ?? '?'}: task ${JSON.stringify(task.id)}` })),
  }
}
