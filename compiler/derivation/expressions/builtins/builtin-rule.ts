import type { Type } from '../../../types/index.ts'
import type { AskingGoal } from '../../machine/goal.ts'
import type { Space } from '../../space/space.ts'
import type { BuiltinCall } from '../builtin-call.ts'
import { expressionGoal } from '../expression-goal.ts'
import type { ExpressionContext } from '../expression-form.ts'
import { partShape } from '../expression-shape.ts'
import type { ExpressionShape } from '../expression-shape.ts'

/** How a builtin is offered. */
export interface BuiltinRule {
  /** The calls that give what is wanted there. */
  readonly calls: (context: ExpressionContext) => readonly Omit<BuiltinCall, 'builtin'>[]
  /** Every `variant` that its calls can have. */
  readonly variants: (space: Space) => readonly string[]
}

export type NamedRule = readonly [name: string, rule: BuiltinRule]

/** A part of the call of the type; the match follows from what is wanted of the whole, or is given. */
export const argument = ({ space, shape }: ExpressionContext, type: Type, changes: Partial<ExpressionShape> = {}): AskingGoal =>
  expressionGoal(space, partShape(shape, type, changes))

/** A part that may be of any type that fits. */
export const fitting = (context: ExpressionContext, type: Type, changes: Partial<ExpressionShape> = {}): AskingGoal =>
  argument(context, type, { match: 'fits', ...changes })

export const oneVariant = (): readonly string[] => ['']
