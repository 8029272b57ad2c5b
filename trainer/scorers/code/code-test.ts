import type { Value } from '../../../compiler/index.ts'

/** A unit test of a solution. */
export type CodeTest =
  /** A function, its arguments, and what it is to return. */
  | { readonly kind: 'call'; readonly call: string; readonly arguments: readonly Value[]; readonly returns: Value }
  /** What a program reads, and what it is to print. */
  | { readonly kind: 'program'; readonly stdin: string; readonly stdout: string }
  /** Python that runs beside the solution, and raises where it is wrong. */
  | { readonly kind: 'assert'; readonly assert: string }

/** What a test hands to the process that runs the solution. What is expected is not in it. */
export type TestTask =
  | { readonly kind: 'call'; readonly call: string; readonly arguments: readonly Value[] }
  | { readonly kind: 'program'; readonly stdin: string }
  | { readonly kind: 'assert'; readonly assert: string; readonly token: string }
