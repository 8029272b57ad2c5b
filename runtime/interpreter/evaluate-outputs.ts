import type { Pure } from '../../compiler/index.ts'
import { evaluateAll } from '../values/evaluate.ts'
import { Failure } from '../values/failure.ts'
import type { Scope } from '../values/scope.ts'
import { failedAt } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** Evaluates what a block or a `stop` hands on; a failure is that of the node instance `owner`. */
export function evaluateOutputs(outputs: readonly Pure[], scope: Scope, owner: string): Outcome {
  const values = evaluateAll(outputs, scope)
  return values instanceof Failure ? failedAt(owner, values) : { kind: 'ok', values }
}
