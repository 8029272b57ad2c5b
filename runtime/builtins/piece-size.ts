import type { Value } from '../../compiler/index.ts'
import { expectNumber } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'

/** The size of the pieces that something is cut into: at least 1. */
export function pieceSize(name: string, size: Value | undefined): number | Failure {
  const length = expectNumber(size)
  return length >= 1 ? length : new Failure('bad_argument', `${name}() needs a size of at least 1, not ${length}.`)
}
