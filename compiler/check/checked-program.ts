import type {
  AgentDeclaration,
  CallExpression,
  Declaration,
  EachExpression,
  Expression,
  ForStatement,
  MemberExpression,
  SourceFile,
  ToolDeclaration,
  WorkflowDeclaration,
} from '../../grammar/index.ts'
import type { Size } from '../types/size.ts'
import type { AgentType, EnumType, Type } from '../types/type.ts'

/**
 * What the checker found out about a file and everything it imports. Lowering reads it and never looks up a name again.
 * It is complete only where no error was reported.
 */
export interface CheckedProgram {
  /** The file that was asked for. */
  readonly entry: CheckedModule
  /** Every module reached, by path; the entry included. */
  readonly modules: ReadonlyMap<string, CheckedModule>
}

export interface CheckedModule {
  readonly path: string
  readonly source: string
  readonly file: SourceFile
  /** What a name at the top level means here: own declarations and imports. */
  readonly scope: ReadonlyMap<string, DeclaredSymbol>
  readonly facts: Facts
}

/** A declared thing, with its resolved signature. One object per declaration: compare by identity. */
export type DeclaredSymbol = TypeSymbol | EnumSymbol | ToolSymbol | AgentSymbol | WorkflowSymbol

interface SymbolBase {
  readonly name: string
  /** Path of the declaring module. */
  readonly module: string
  readonly declaration: Declaration
}

export interface TypeSymbol extends SymbolBase {
  readonly kind: 'type'
  readonly type: Type
}

export interface EnumSymbol extends SymbolBase {
  readonly kind: 'enum'
  readonly type: EnumType
}

export interface ParameterSignature {
  readonly name: string
  readonly type: Type
  readonly static: boolean
}

export interface ToolSymbol extends SymbolBase {
  readonly kind: 'tool'
  readonly declaration: ToolDeclaration
  readonly parameters: readonly ParameterSignature[]
  readonly result: Type
}

export interface AgentSymbol extends SymbolBase {
  readonly kind: 'agent'
  readonly declaration: AgentDeclaration
  readonly parameters: readonly ParameterSignature[]
  readonly result: Type
  /** The agents it is a copy of, nearest first: `agent B = A {…}` has `[A]`. Later settings win. */
  readonly copies: readonly AgentSymbol[]
  /** What its `tools` setting names, in order, after copying. */
  readonly tools: readonly (ToolSymbol | AgentSymbol)[]
}

export interface WorkflowSymbol extends SymbolBase {
  readonly kind: 'workflow'
  readonly declaration: WorkflowDeclaration
  readonly typeParameters: readonly string[]
  readonly parameters: readonly ParameterSignature[]
  readonly result: Type
}

/** Facts about the nodes of one module's syntax tree. */
export interface Facts {
  /** The type of every checked expression; inside a generic workflow it may hold type parameters and symbolic sizes. */
  readonly types: ReadonlyMap<Expression, Type>
  readonly calls: ReadonlyMap<CallExpression, ResolvedCall>
  /** `Verdict.correct` → `{ type, member }`. */
  readonly enumMembers: ReadonlyMap<MemberExpression, { readonly type: EnumType; readonly member: string }>
  /** The static bound of each `for` and `each`: its `max`, or its list type's bound. */
  readonly loopBounds: ReadonlyMap<ForStatement | EachExpression, Size>
}

/** What a call means. Arguments are in parameter order; `null` stands for an optional parameter left out. */
export type ResolvedCall =
  | { readonly kind: 'agent'; readonly agent: AgentSymbol; readonly arguments: readonly (Expression | null)[] }
  | { readonly kind: 'tool'; readonly tool: ToolSymbol; readonly arguments: readonly (Expression | null)[] }
  /** A call of an agent-typed parameter of the enclosing workflow. */
  | { readonly kind: 'agent_parameter'; readonly parameter: string; readonly type: AgentType; readonly arguments: readonly (Expression | null)[] }
  | {
      readonly kind: 'workflow'
      readonly workflow: WorkflowSymbol
      readonly arguments: readonly WorkflowArgument[]
      /** Inferred type parameters; may hold type parameters of the enclosing workflow. */
      readonly typeArguments: ReadonlyMap<string, Type>
    }
  | {
      readonly kind: 'builtin'
      readonly name: string
      readonly arguments: readonly Expression[]
      /** The `.field` selector, where one was given. */
      readonly selector: string | null
    }

export type WorkflowArgument =
  | { readonly kind: 'value'; readonly expression: Expression }
  /** An optional parameter left out. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'static'; readonly size: Size }
  /** An agent, a workflow used as one, or an agent parameter of the enclosing workflow passed on. */
  | { readonly kind: 'agent'; readonly agent: AgentSymbol | WorkflowSymbol }
  | { readonly kind: 'agent_parameter'; readonly parameter: string }
