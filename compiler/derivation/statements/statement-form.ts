import type { BlockShape } from '../goals/block-shape.ts'
import type { AskingGoal, Option } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'
import type { Space } from '../space/space.ts'
import type { StatementKind } from '../specification.ts'

export interface StatementContext {
  readonly space: Space
  /** The block, as far as it has been written. */
  readonly shape: BlockShape
  readonly state: State
  /** The rest of the block after the statement. */
  readonly then: (changes: Partial<BlockShape>) => AskingGoal
}

/** One kind of statement, or end of a block: the choices that it adds where a statement may stand. */
export interface StatementForm {
  readonly kind: StatementKind | 'always'
  readonly options: (context: StatementContext) => readonly Option[]
  /** Every label that its choices can have, those for counts and names aside. */
  readonly labels: (space: Space) => readonly string[]
}

/** Whether another block may stand in this one. */
export const mayNest = ({ space, shape }: StatementContext): boolean => shape.level < space.specification.limits.nesting
