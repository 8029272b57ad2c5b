import { childPath } from './path.ts'
import type { Path } from './path.ts'
import type { Context } from './lowering.ts'

/**
 * Where the value of an expression goes. `whole`: the expression is all there is on the right side, so a call in it takes
 * the path itself (`main/draft`); otherwise it appends its callee (`main/draft/Solver`).
 */
export interface Target {
  readonly path: Path
  readonly whole: boolean
}

/** The same place, for a part of the expression. */
export const partOf = (target: Target): Target => (target.whole ? { path: target.path, whole: false } : target)

/** The path of a call or of an inlined workflow. */
export const callPath = (context: Context, target: Target, callee: string): Path =>
  target.whole ? target.path : context.lowering.claims.claim(childPath(target.path, callee))

/** The path of a region: it always appends its word. */
export const regionPath = (context: Context, target: Target, word: string): Path =>
  context.lowering.claims.claim(childPath(target.path, word))
