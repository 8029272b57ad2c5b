import type { Value } from '../../compiler/index.ts'
import type { Scorer } from './scorer.ts'

/** Judges one field of the result; a result without it scores 0. */
export const fieldScorer = (field: string, scorer: Scorer): Scorer => ({
  ...scorer,
  judge: (result, task) => {
    const value = fieldOf(result, field)
    return value === undefined ? { kind: 'scored', score: 0 } : scorer.judge(value, task)
  },
})

function fieldOf(result: Value, field: string): Value | undefined {
  if (typeof result !== 'object' || result === null || !Object.hasOwn(result, field)) return undefined
  return (result as Readonly<Record<string, Value>>)[field]
}
