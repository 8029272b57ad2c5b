import type { Value } from '../../compiler/index.ts'

/** One line of a task file, in every command that takes one. */
export interface Task {
  readonly id: string
  readonly input: Readonly<Record<string, Value>>
  /** What a scorer compares the result with. */
  readonly expected?: Value
  /** Unit tests, for a result that is code. */
  readonly tests?: Value
  /** The JSON Schema that the result is to fit. */
  readonly schema?: Value
  /** How this task is scored; what it may be is known where scorers live. */
  readonly scorer?: Value
}
