import type { Value } from '../../compiler/index.ts'
import type { Failure } from '../values/failure.ts'

/**
 * A builtin on evaluated arguments, whose types the checker has made sure of. `selector` is the `.field` of `vote(xs, .f)`,
 * without the dot, or `null`.
 */
export type Builtin = (inputs: readonly Value[], selector: string | null) => Value | Failure
