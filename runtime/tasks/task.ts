import type { Value } from '../../compiler/index.ts'

/** One line of a task file, in every command that takes one. */
export interface Task {
  readonly id: string
  readonly input: Readonly<Record<string, Value>>
  /** What a scorer compares the result with. */
  readonly expected?: Value
}
