import type { Value } from '../../compiler/index.ts'
import type { Scorer, TaskFit } from './scorer.ts'
import { verdictOf } from './scorer.ts'

/** A scorer that says whether a result is what the task expects. */
export const comparingScorer = (name: string, isRight: (result: Value, expected: Value) => boolean): Scorer => ({
  name,
  fits: ({ expected }) => (expected === undefined ? withoutExpected : { kind: 'fits' }),
  judge: (result, { expected }) => (expected === undefined ? withoutExpected : verdictOf(isRight(result, expected))),
})

export const withoutExpected: Extract<TaskFit, { readonly kind: 'unknown' }> = { kind: 'unknown', reason: 'no "expected"' }
