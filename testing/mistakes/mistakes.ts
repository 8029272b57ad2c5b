import { addedDeclarations } from './added-declarations.ts'
import { addedStatements } from './added-statements.ts'
import { changedCalls } from './changed-calls.ts'
import { changedNames } from './changed-names.ts'
import { changedWords } from './changed-words.ts'
import type { Mistake } from './mistake.ts'

/** Every kind of mistake that can be planted, in the order of their codes. */
export const mistakes: readonly Mistake[] = [
  ...changedNames,
  ...changedCalls,
  ...changedWords,
  ...addedStatements,
  ...addedDeclarations,
].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0))
