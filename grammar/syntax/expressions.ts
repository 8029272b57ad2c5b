import type { Name, StaticInteger } from './names.ts'
import type { Range } from './range.ts'
import type { Statement } from './statements.ts'
import type { Text } from './text.ts'

export type Expression =
  | NumberExpression
  | BooleanExpression
  | NoneExpression
  | Text
  | NameExpression
  | ListExpression
  | RecordExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | SampleExpression
  | EachExpression
  | MissingExpression

export interface NumberExpression {
  readonly kind: 'number'
  readonly value: number
  readonly integer: boolean
  readonly range: Range
}

export interface BooleanExpression {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly range: Range
}

export interface NoneExpression {
  readonly kind: 'none'
  readonly range: Range
}

export interface NameExpression {
  readonly kind: 'name_expression'
  readonly name: string
  readonly range: Range
}

export interface ListExpression {
  readonly kind: 'list'
  readonly items: readonly Expression[]
  readonly range: Range
}

/** `{ ...spread, name: value }` */
export interface RecordExpression {
  readonly kind: 'record'
  readonly spread: Expression | null
  readonly fields: readonly RecordField[]
  readonly range: Range
}

export interface RecordField {
  readonly name: Name
  readonly value: Expression
}

/** `object.field`; `Verdict.correct` where the object names an enum. */
export interface MemberExpression {
  readonly kind: 'member'
  readonly object: Expression
  readonly field: Name
  readonly range: Range
}

export interface IndexExpression {
  readonly kind: 'index'
  readonly object: Expression
  readonly index: Expression
  readonly range: Range
}

export interface CallExpression {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Argument[]
  readonly range: Range
}

/** `value`, `name: value`, `.field` or `name: .field` */
export interface Argument {
  readonly name: Name | null
  readonly value: { readonly kind: 'expression'; readonly expression: Expression } | { readonly kind: 'selector'; readonly field: Name }
  readonly range: Range
}

export interface UnaryExpression {
  readonly kind: 'unary'
  readonly operator: 'not' | '-'
  readonly operand: Expression
  readonly range: Range
}

export type BinaryOperator =
  | 'otherwise' | 'or' | 'and'
  | '==' | '!=' | '<' | '<=' | '>' | '>='
  | '+' | '-' | '*' | '/' | '%'
  | '??'

export interface BinaryExpression {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly operatorRange: Range
  readonly left: Expression
  readonly right: Expression
  readonly range: Range
}

/** `sample count of operand` */
export interface SampleExpression {
  readonly kind: 'sample'
  readonly count: StaticInteger
  readonly operand: Expression
  readonly range: Range
}

/** `each item, index in list max maximum { body yield result }` */
export interface EachExpression {
  readonly kind: 'each'
  readonly item: Name
  readonly index: Name | null
  readonly list: Expression
  readonly maximum: StaticInteger | null
  readonly body: readonly Statement[]
  readonly result: Expression
  readonly range: Range
}

/** Stands where recovery found no expression; it has been reported and causes no further error. */
export interface MissingExpression {
  readonly kind: 'missing'
  readonly range: Range
}
