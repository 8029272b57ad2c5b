import type { Range, WorkflowDeclaration } from '../../grammar/index.ts'
import type {
  AgentSymbol,
  CheckedModule,
  CheckedProgram,
  ResolvedCall,
  ToolSymbol,
  WorkflowSymbol,
} from '../check/checked-program.ts'

/** A call in a workflow's body. */
export interface PlacedCall {
  readonly range: Range
  readonly resolved: ResolvedCall
}

/** The calls in each workflow's body, by its declaration, in source order. */
export function callsByWorkflow(program: CheckedProgram): ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]> {
  return new Map([...program.modules.values()].flatMap(callsOf))
}

function callsOf({ file, facts }: CheckedModule): readonly (readonly [WorkflowDeclaration, readonly PlacedCall[]])[] {
  const calls = [...facts.calls]
    .map(([{ range }, resolved]): PlacedCall => ({ range, resolved }))
    .sort((a, b) => a.range.start - b.range.start)
  let next = 0
  return file.declarations.flatMap((declaration) => {
    if (declaration.kind !== 'workflow') return []
    const { start, end } = declaration.range
    while ((calls[next]?.range.start ?? end) < start) next += 1
    const first = next
    while ((calls[next]?.range.start ?? end) < end) next += 1
    return [[declaration, calls.slice(first, next)] as const]
  })
}

/** What a workflow or an agent refers to directly: what it calls, passes on, copies, or has as a tool. */
export function referencesOf(
  symbol: WorkflowSymbol | AgentSymbol | ToolSymbol,
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
): readonly (WorkflowSymbol | AgentSymbol | ToolSymbol)[] {
  switch (symbol.kind) {
    case 'tool':
      return []
    case 'agent':
      return [...symbol.copies, ...symbol.tools]
    case 'workflow':
      return (calls.get(symbol.declaration) ?? []).flatMap(({ resolved }) => calledBy(resolved))
  }
}

function calledBy(resolved: ResolvedCall): readonly (WorkflowSymbol | AgentSymbol | ToolSymbol)[] {
  switch (resolved.kind) {
    case 'agent':
      return [resolved.agent]
    case 'tool':
      return [resolved.tool]
    case 'workflow':
      return [resolved.workflow, ...resolved.arguments.flatMap((argument) => (argument.kind === 'agent' ? [argument.agent] : []))]
    case 'agent_parameter':
    case 'builtin':
      return []
  }
}
