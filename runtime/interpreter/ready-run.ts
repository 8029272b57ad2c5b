import type { Execution } from '../journal/execution.ts'
import { Failure } from '../values/failure.ts'
import type { RecordValue } from '../values/record.ts'
import { checkBindings } from './check-bindings.ts'
import { journalFailure } from './keep-end.ts'
import type { Keeper } from './keeper.ts'
import { readInputs } from './read-inputs.ts'
import type { RunnableWorkflow } from './run-body.ts'
import type { RunSettings } from './run-options.ts'

/** A run that may begin. */
export interface ReadyRun {
  readonly inputs: RecordValue
  /** Its place in a journal, and the journal's file, where it has one. */
  readonly kept: { readonly execution: Execution; readonly file: string } | null
}

/**
 * Checks inputs and bindings, and looks the run up in its journal: in this order, so that a journal holds no run that cannot
 * begin.
 */
export function readyRun(
  workflow: RunnableWorkflow,
  given: { readonly [name: string]: unknown },
  { models, tools = new Map() }: RunSettings,
  keeper: Keeper | null,
  now: number,
): ReadyRun | Failure {
  const inputs = readInputs(workflow, given)
  if (inputs instanceof Failure) return inputs
  const unbound = checkBindings(workflow, models, tools)
  if (unbound !== null) return unbound
  if (keeper === null) return { inputs, kept: null }
  const begun = keeper.begin(inputs, now)
  if (begun.kind === 'ok') return { inputs, kept: { execution: begun.execution, file: keeper.file } }
  const { code, message } = journalFailure(begun.problem)
  return new Failure(code, message)
}
