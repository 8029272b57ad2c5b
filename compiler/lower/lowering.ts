import type { Range } from '../../grammar/index.ts'
import type { CheckedModule, CheckedProgram, AgentSymbol, ToolSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { AgentDefinition, BudgetScope, Node, Pure, ToolDefinition, ValueId } from '../graph/index.ts'
import { DefinitionTable } from './definition-table.ts'
import { countOne } from './giving-up.ts'
import { NameClaims } from './path.ts'
import type { Path } from './path.ts'

/** What a name means at some point of a workflow. */
export type Meaning =
  | { readonly kind: 'value'; readonly pure: Pure }
  | { readonly kind: 'static'; readonly value: number }
  | { readonly kind: 'agent'; readonly agent: AgentSymbol | WorkflowSymbol }

/** Why lowering gave up; the caller turns it into a diagnostic. */
export type LoweringProblem =
  | {
      readonly kind: 'recursion'
      readonly chain: readonly WorkflowSymbol[]
      /** The calls that lead there, the outermost first; the last one closes the circle. */
      readonly calls: readonly [CallPlace, ...CallPlace[]]
    }
  | { readonly kind: 'too_large'; readonly excess: Excess }
  /** The checker left something out, which it does only where it reports an error. */
  | { readonly kind: 'incomplete' }

/** Where a call stands. */
export interface CallPlace {
  readonly module: string
  readonly at: Range
}

/** What there is too much of. */
export type Excess = 'nodes' | 'calls' | 'nesting' | 'expressions'

/** A workflow with a budget that was inlined, and what its static and agent parameters meant there. */
export interface BudgetedCall {
  readonly workflow: WorkflowSymbol
  readonly given: ReadonlyMap<string, FixedMeaning>
}

/** What a parameter without a value of its own means: a number or an agent, fixed where the workflow is inlined. */
export type FixedMeaning = Exclude<Meaning, { kind: 'value' }>

/** State of the lowering of one graph. */
export interface Lowering {
  readonly program: CheckedProgram
  readonly claims: NameClaims
  readonly agents: DefinitionTable<AgentSymbol, AgentDefinition>
  readonly tools: DefinitionTable<ToolSymbol, ToolDefinition>
  readonly budgets: BudgetScope[]
  readonly problems: LoweringProblem[]
  readonly valueCounts: Map<string, number>
  /** By what is inlined. Their budgets are checked with these arguments. */
  readonly budgetedCalls: Map<string, BudgetedCall>
  readonly counts: Record<Excess, number>
}

/** One workflow being inlined: where its text stands, and which calls led here. */
export interface Frame {
  readonly module: CheckedModule
  readonly budgets: readonly number[]
  readonly stack: readonly { readonly key: string; readonly workflow: WorkflowSymbol; readonly call: CallPlace | null }[]
}

/** A point inside a block: what names mean, where nodes go, and under which path. */
export interface Context {
  readonly lowering: Lowering
  readonly frame: Frame
  readonly names: Map<string, Meaning>
  readonly nodes: Node[]
  readonly path: Path
  /** The names that the innermost `repeat` or `for` carries; `null` outside. */
  readonly carried: readonly string[] | null
}

export function newLowering(program: CheckedProgram): Lowering {
  return {
    program,
    claims: new NameClaims(),
    agents: new DefinitionTable(),
    tools: new DefinitionTable(),
    budgets: [],
    problems: [],
    valueCounts: new Map(),
    budgetedCalls: new Map(),
    counts: { nodes: 0, calls: 0, nesting: 0, expressions: 0 },
  }
}

/** A value id that no other node defines: `draft`, then `draft.2`. */
export function freshValue(lowering: Lowering, name: string): ValueId {
  const count = (lowering.valueCounts.get(name) ?? 0) + 1
  lowering.valueCounts.set(name, count)
  return count === 1 ? name : `${name}.${count}`
}

export function emit(context: Context, node: Node): void {
  countOne(context.lowering, 'nodes')
  context.nodes.push(node)
}

export const nothing: Pure = { kind: 'constant', value: null }

export const valueOf = (id: ValueId): Pure => ({ kind: 'value', id })
