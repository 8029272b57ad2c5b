import type { Name, NumberLiteral, StringLiteral } from './names.ts'
import type { Range } from './range.ts'
import type { Block } from './statements.ts'
import type { Text } from './text.ts'
import type { TypeExpression } from './types.ts'

/** A whole file. */
export interface SourceFile {
  readonly kind: 'file'
  readonly imports: readonly ImportDeclaration[]
  readonly declarations: readonly Declaration[]
  readonly range: Range
}

/** `import { names } from "path"` */
export interface ImportDeclaration {
  readonly kind: 'import'
  readonly names: readonly Name[]
  readonly from: StringLiteral
  readonly range: Range
}

export type Declaration = TypeDeclaration | EnumDeclaration | ToolDeclaration | AgentDeclaration | WorkflowDeclaration

interface DeclarationBase {
  readonly name: Name
  readonly exported: boolean
  /** The `///` comment before it, without the slashes; lines joined by `\n`. */
  readonly documentation: string | null
  readonly range: Range
  /** Whether a syntax error was reported inside; its body is then not checked, so that one mistake gives one error. */
  readonly damaged: boolean
}

export interface TypeDeclaration extends DeclarationBase {
  readonly kind: 'type'
  readonly type: TypeExpression
}

export interface EnumDeclaration extends DeclarationBase {
  readonly kind: 'enum'
  readonly members: readonly Name[]
}

export interface ToolDeclaration extends DeclarationBase {
  readonly kind: 'tool'
  readonly parameters: readonly Parameter[]
  readonly result: TypeExpression
  readonly from: StringLiteral
  readonly pure: boolean
}

export interface AgentDeclaration extends DeclarationBase {
  readonly kind: 'agent'
  readonly signature:
    | { readonly kind: 'signature'; readonly parameters: readonly Parameter[]; readonly result: TypeExpression }
    | { readonly kind: 'copy'; readonly of: Name }
  readonly settings: readonly Setting[]
}

export interface WorkflowDeclaration extends DeclarationBase {
  readonly kind: 'workflow'
  readonly typeParameters: readonly Name[]
  readonly parameters: readonly Parameter[]
  readonly result: TypeExpression
  readonly budget: Budget | null
  readonly body: Block
}

export interface Parameter {
  readonly kind: 'parameter'
  readonly static: boolean
  readonly name: Name
  readonly type: TypeExpression
  readonly range: Range
}

export type NumericSettingName = 'temperature' | 'top_p' | 'max_tokens' | 'max_turns' | 'repairs' | 'timeout'

/** One line of an agent's settings; `key` is the setting's name as written. */
export type Setting =
  | { readonly kind: 'role' | 'prompt'; readonly key: Name; readonly text: Text; readonly range: Range }
  | { readonly kind: 'model'; readonly key: Name; readonly slot: StringLiteral; readonly range: Range }
  | { readonly kind: 'policy'; readonly key: Name; readonly policy: Name; readonly range: Range }
  | { readonly kind: 'tools'; readonly key: Name; readonly tools: readonly Name[]; readonly range: Range }
  | { readonly kind: NumericSettingName; readonly key: Name; readonly value: NumberLiteral; readonly range: Range }

export type BudgetMeasure = 'calls' | 'tokens' | 'seconds' | 'depth'

/** `budget { calls 40 tokens 20000 }` */
export interface Budget {
  readonly kind: 'budget'
  readonly limits: readonly { readonly measure: BudgetMeasure; readonly key: Name; readonly value: NumberLiteral }[]
  readonly range: Range
}
