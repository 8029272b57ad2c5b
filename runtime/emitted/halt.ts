import { Failure } from '../values/failure.ts'

/**
 * Thrown through the code of a module where what it waits for has failed or is of no use any more. It says nothing: the
 * block knows what happened.
 */
export class Halt extends Error {}

/** Thrown by an expression that comes to nothing; the step that evaluates it fails with it. */
export class EvaluationFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** The value, where it is one. */
export function orThrow<Value>(result: Value | Failure): Value {
  if (result instanceof Failure) throw new EvaluationFailed(result)
  return result
}
