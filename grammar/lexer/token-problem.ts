import type { SyntaxProblem } from '../problems/syntax-problem.ts'

/** A problem with the text itself. `shadow` ends where the parser's trouble with what follows is no news any more. */
export interface TokenProblem {
  readonly problem: SyntaxProblem
  readonly shadowEnd: number
}
