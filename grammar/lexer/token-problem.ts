import type { SyntaxProblem } from '../problems/syntax-problem.ts'

/** A problem with the text itself. Up to `shadowEnd` the parser's trouble with what follows is no news any more. */
export interface TokenProblem {
  readonly problem: SyntaxProblem
  readonly shadowEnd: number
}

/** Takes a problem; without a `shadowEnd` the parser can read on as if nothing had been wrong. */
export type ReportToken = (problem: SyntaxProblem, shadowEnd?: number) => void
