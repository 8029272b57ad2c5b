import type { Name, StaticInteger } from './names.ts'
import type { Range } from './range.ts'

export type TypeExpression =
  | NamedTypeExpression
  | ListTypeExpression
  | OptionalTypeExpression
  | RecordTypeExpression
  | AgentTypeExpression
  | MissingTypeExpression

/** `string`, `int`, `number`, `bool`, or a declared name. */
export interface NamedTypeExpression {
  readonly kind: 'named_type'
  readonly name: string
  readonly range: Range
}

/** `element[]` or `element[size]` */
export interface ListTypeExpression {
  readonly kind: 'list_type'
  readonly element: TypeExpression
  readonly size: StaticInteger | null
  readonly range: Range
}

/** `inner?` */
export interface OptionalTypeExpression {
  readonly kind: 'optional_type'
  readonly inner: TypeExpression
  readonly range: Range
}

export interface RecordTypeExpression {
  readonly kind: 'record_type'
  readonly fields: readonly { readonly name: Name; readonly type: TypeExpression }[]
  readonly range: Range
}

/** `agent(parameters) -> result` */
export interface AgentTypeExpression {
  readonly kind: 'agent_type'
  readonly parameters: readonly TypeExpression[]
  readonly result: TypeExpression
  readonly range: Range
}

/** Stands where recovery found no type; it has been reported and causes no further error. */
export interface MissingTypeExpression {
  readonly kind: 'missing_type'
  readonly range: Range
}
