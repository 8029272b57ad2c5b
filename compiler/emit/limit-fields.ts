import type { BudgetScope } from '../graph/index.ts'

/** The limits of a budget that are enforced while a workflow runs, as fields. */
export const limitFields = ({ tokens, seconds }: BudgetScope): readonly (readonly [name: string, value: string])[] =>
  Object.entries({ tokens, seconds }).flatMap(([name, limit]) => (limit === null ? [] : [[name, String(limit)] as const]))
