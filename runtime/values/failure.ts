import type { JournalProblem } from '../journal/journal-problem.ts'

/** Why a node failed, stable for programs that read traces. `model_…` codes come from the model's client, `journal_…`
 * ones end a run that its journal cannot keep. */
export type FailureCode =
  | 'division_by_zero'
  | 'index_out_of_range'
  | 'empty_list'
  | 'not_finite'
  | 'bad_argument'
  | 'nested_too_deeply'
  | 'too_large'
  | 'assert_failed'
  | 'list_too_long'
  | 'invalid_reply'
  | 'refused'
  | 'timeout'
  | 'tool_failed'
  | 'invalid_tool_result'
  /** A person said no. */
  | 'declined'
  /** A call waits for a person, and the run is not kept until one answers. */
  | 'unanswered'
  | 'bad_input'
  | 'unbound_model'
  | 'unbound_tool'
  | `model_${string}`
  | `journal_${JournalProblem['kind']}`

/** An evaluation that came to nothing. A class, so that it can be told from a value, which is plain data. */
export class Failure {
  readonly code: FailureCode
  readonly message: string

  constructor(code: FailureCode, message: string) {
    this.code = code
    this.message = message
  }
}
