import { Failure } from './failure.ts'

/** The number, with one zero; a failure where it is infinite or not a number, for which there is no JSON. */
export function finite(result: number): number | Failure {
  if (!Number.isFinite(result)) return new Failure('not_finite', 'The result is too large for a number.')
  return result === 0 ? 0 : result
}
