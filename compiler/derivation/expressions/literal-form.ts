import type { Expression } from '../../../grammar/index.ts'
import type { Option } from '../machine/goal.ts'
import { noCost } from '../machine/cost.ts'

/** A choice that is a whole expression by itself; `is` recognises it. */
export const literalOption = (
  label: string,
  stem: string,
  node: Expression,
  is: (expression: Expression) => boolean,
): Option => ({
  label,
  cost: noCost,
  reads: 0,
  goals: [],
  stem,
  part: { kind: 'expression', write: () => node, read: (expression) => (is(expression) ? [] : null) },
})
