import type { Range } from './syntax/index.ts'

/** What each kind of problem says about itself; the words around it are the compiler's. */
export interface SyntaxProblemDetails {
  readonly unexpected: { readonly found: string; readonly expected: string; readonly nearest?: string }
}

export type SyntaxProblemKind = keyof SyntaxProblemDetails

export type SyntaxProblem = {
  readonly [K in SyntaxProblemKind]: { readonly kind: K; readonly range: Range; readonly details: SyntaxProblemDetails[K] }
}[SyntaxProblemKind]
