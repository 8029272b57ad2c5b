import type { Value } from '../../compiler/index.ts'
import { nameHint } from '../configuration/name-hint.ts'
import type { Task } from './task.ts'

export type ReadTasks =
  /** `lines` are those that the tasks stand on, in the same order. */
  | { readonly kind: 'ok'; readonly tasks: readonly Task[]; readonly lines: readonly number[] }
  /** Every broken line; there are no tasks then, so that none is dropped unseen. */
  | { readonly kind: 'error'; readonly problems: readonly LineProblem[] }

export interface LineProblem {
  /** Counts from 1. */
  readonly line: number
  readonly message: string
}

const KEYS = ['id', 'input', 'expected', 'tests', 'schema', 'scorer']

/** In characters. */
const LONGEST_LINE = 4 * 1024 * 1024

/** Reads JSON lines `{"id", "input": {…}, "expected"?, "tests"?, "schema"?, "scorer"?}`. Blank lines are allowed; identifiers are unique. */
export function readTaskLines(text: string): ReadTasks {
  const tasks: Task[] = []
  const problems: LineProblem[] = []
  const lineOfId = new Map<string, number>()
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (written.trim() === '') continue
    const line = index + 1
    const read = readTask(written)
    if (typeof read === 'string') {
      problems.push({ line, message: read })
      continue
    }
    const earlier = lineOfId.get(read.id)
    if (earlier !== undefined)
      problems.push({ line, message: `the id ${JSON.stringify(read.id)} stands in line ${earlier} already` })
    else lineOfId.set(read.id, line)
    tasks.push(read)
  }
  if (problems.length > 0) return { kind: 'error', problems }
  if (tasks.length === 0) return { kind: 'error', problems: [{ line: 1, message: 'there is no task' }] }
  return { kind: 'ok', tasks, lines: [...lineOfId.values()] }
}

function readTask(written: string): Task | string {
  if (written.length > LONGEST_LINE) return `a task has at most ${LONGEST_LINE} characters, and this has ${written.length}`
  let parsed: unknown
  try {
    parsed = JSON.parse(written)
  } catch (error) {
    // The engine's own line number is always 1 here.
    const message = error instanceof Error ? error.message : String(error)
    return `this is not valid JSON: ${message.replace(/ \(line 1 column \d+\)$/, '')}`
  }
  if (!isObject(parsed)) return 'a task is an object, {"id": …, "input": {…}}'
  const { id, input, ...rest } = parsed
  const unknown = Object.keys(parsed).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return `a task has no "${unknown}".${nameHint(unknown, KEYS)}`
  if (typeof id !== 'string' || id === '') return '"id" must be a text'
  if (!isObject(input)) return '"input" must be an object with a value for each parameter'
  return { id, input, ...rest }
}

/** What JSON can hold is what the language's values are. */
function isObject(value: unknown): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
