import type { CallExpression, Expression } from './expressions.ts'
import type { Name, StaticInteger } from './names.ts'
import type { Range } from './range.ts'
import type { Text } from './text.ts'
import type { TypeExpression } from './types.ts'

export type Statement =
  | BindingStatement
  | IfStatement
  | MatchStatement
  | RepeatStatement
  | ForStatement
  | StopStatement
  | AssertStatement
  | ReturnStatement
  | BareCallStatement

export interface Block {
  readonly kind: 'block'
  readonly statements: readonly Statement[]
  readonly range: Range
}

/** `name: type = value`; the name `_` discards. */
export interface BindingStatement {
  readonly kind: 'binding'
  readonly name: Name
  readonly type: TypeExpression | null
  readonly value: Expression
  readonly range: Range
}

/** `else if` is an `if` as the only statement of `otherwise`. */
export interface IfStatement {
  readonly kind: 'if'
  readonly condition: Expression
  readonly then: Block
  readonly otherwise: Block | null
  readonly range: Range
}

export interface MatchStatement {
  readonly kind: 'match'
  readonly subject: Expression
  readonly arms: readonly MatchArm[]
  readonly range: Range
}

export interface MatchArm {
  readonly kind: 'arm'
  /** `null` for `else`. */
  readonly member: Name | null
  readonly body: Block
  readonly range: Range
}

export interface RepeatStatement {
  readonly kind: 'repeat'
  readonly maximum: StaticInteger
  readonly body: Block
  readonly range: Range
}

export interface ForStatement {
  readonly kind: 'for'
  readonly item: Name
  readonly index: Name | null
  readonly list: Expression
  readonly maximum: StaticInteger | null
  readonly body: Block
  readonly range: Range
}

export interface StopStatement {
  readonly kind: 'stop'
  readonly condition: Expression
  readonly range: Range
}

export interface AssertStatement {
  readonly kind: 'assert'
  readonly condition: Expression
  readonly message: Text | null
  readonly range: Range
}

export interface ReturnStatement {
  readonly kind: 'return'
  readonly value: Expression
  readonly range: Range
}

/** A call with no name for its result: always reported ("write `_ = …`"), kept so that its arguments are checked. */
export interface BareCallStatement {
  readonly kind: 'bare_call'
  readonly call: CallExpression
  readonly range: Range
}
