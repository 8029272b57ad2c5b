import type { Option } from '../machine/goal.ts'
import type { Space } from '../space/space.ts'
import type { ExpressionKind } from '../specification.ts'
import type { ExpressionShape } from './expression-shape.ts'

export interface ExpressionContext {
  readonly space: Space
  readonly shape: ExpressionShape
}

/** One kind of expression: the choices that it adds where a value is to be written. */
export interface ExpressionForm {
  readonly kind: ExpressionKind
  readonly options: (context: ExpressionContext) => readonly Option[]
  /** Every label that its choices can have, those for counts and names aside. */
  readonly labels: (space: Space) => readonly string[]
}
