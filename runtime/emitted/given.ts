import type { Value } from '../../compiler/index.ts'

/** A value, or how it is computed where that may fail: the step that needs it then fails. */
export type Given<Result> = Result | (() => Result)

/** The value. Throws an `EvaluationFailed` where it comes to nothing. */
export const settled = <Result>(given: Given<Result>): Result =>
  // No value of the language is a function.
  typeof given === 'function' ? (given as () => Result)() : given

/** The argument of that name. The checker of TypeScript has made sure of its type. */
export const argumentIn = (inputs: object, name: string): Value => (inputs as { readonly [field: string]: Value })[name] ?? null
