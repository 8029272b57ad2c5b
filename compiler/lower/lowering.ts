import type { CheckedModule, CheckedProgram, AgentSymbol, ToolSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { AgentDefinition, BudgetScope, Node, Pure, ToolDefinition, ValueId } from '../graph/index.ts'
import { NameClaims } from './path.ts'
import type { Path } from './path.ts'

/** No graph is larger: inlining could otherwise grow without end. */
export const maximumNodes = 10_000

/** What a name means at some point of a workflow. */
export type Meaning =
  | { readonly kind: 'value'; readonly pure: Pure }
  | { readonly kind: 'static'; readonly value: number }
  | { readonly kind: 'agent'; readonly agent: AgentSymbol | WorkflowSymbol }

/** Why lowering gave up; the caller turns it into a diagnostic. */
export type LoweringProblem =
  | { readonly kind: 'recursion'; readonly chain: readonly WorkflowSymbol[]; readonly module: string; readonly at: { readonly start: number; readonly end: number } }
  | { readonly kind: 'too_large' }

export interface InlinedGeneric {
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
  /** Generic workflows inlined: their budgets can be checked only with these arguments. */
  readonly inlinedGenerics: InlinedGeneric[]
  nodeCount: number
}

/** One workflow being inlined: where its text stands, and which calls led here. */
export interface Frame {
  readonly module: CheckedModule
  readonly budgets: readonly number[]
  readonly stack: readonly { readonly key: string; readonly workflow: WorkflowSymbol }[]
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
    inlinedGenerics: [],
    nodeCount: 0,
  }
}

/** A value id that no other node defines: `draft`, then `draft.2`. */
export function freshValue(lowering: Lowering, name: string): ValueId {
  const count = (lowering.valueCounts.get(name) ?? 0) + 1
  lowering.valueCounts.set(name, count)
  return count === 1 ? name : `${name}.${count}`
}

export function emit(context: Context, node: Node): void {
  context.lowering.nodeCount += 1
  if (context.lowering.nodeCount === maximumNodes + 1) context.lowering.problems.push({ kind: 'too_large' })
  context.nodes.push(node)
}

/** Whether lowering has failed and should come to an end quickly. */
export const hasGivenUp = (lowering: Lowering): boolean => lowering.problems.length > 0

export const valueOf = (id: ValueId): Pure => ({ kind: 'value', id })

/** Definitions by symbol; two symbols of one name get `Name` and `Name#2`. */
export class DefinitionTable<Key extends { readonly name: string }, Definition> {
  readonly #ids = new Map<Key, string>()
  readonly #definitions: Record<string, Definition> = {}

  /** The id of the symbol; `define` is called the first time only, after the id is taken. */
  idOf(symbol: Key, define: () => Definition): string {
    const known = this.#ids.get(symbol)
    if (known !== undefined) return known
    const taken = new Set(this.#ids.values())
    let id = symbol.name
    for (let count = 2; taken.has(id); count += 1) id = `${symbol.name}#${count}`
    this.#ids.set(symbol, id)
    this.#definitions[id] = define()
    return id
  }

  get definitions(): Readonly<Record<string, Definition>> {
    return this.#definitions
  }
}
