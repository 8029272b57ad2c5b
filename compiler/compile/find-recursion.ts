import type { AgentSymbol, CheckedProgram, WorkflowSymbol } from '../check/checked-program.ts'
import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Reporter } from '../diagnostics/reporter.ts'

type ReporterOf = (file: string) => Reporter

/**
 * Reports workflows that call themselves, directly or through others, and agents that are tools of themselves. Recursion
 * through agents passed as arguments shows only when a workflow is inlined.
 */
export function findRecursion(program: CheckedProgram, reporterOf: ReporterOf): boolean {
  const workflows = [...program.modules.values()].flatMap((module) => declaredWorkflows(module.scope.values(), module.path))
  const foundCalls = reportCycles(workflows, (workflow) => calledWorkflows(program, workflow), (cycle) => {
    const last = cycle.at(-1)
    if (last === undefined) return
    const chain = [...cycle.map((step) => step.from.name), last.to.name]
    reporterOf(last.from.module).report(boundsMessages.recursion, { chain }, last.range)
  })
  const agents = [...program.modules.values()].flatMap((module) =>
    [...module.scope.values()].filter((symbol): symbol is AgentSymbol => symbol.kind === 'agent' && symbol.module === module.path),
  )
  const foundTools = reportCycles(agents, toolAgents, (cycle) => {
    const last = cycle.at(-1)
    if (last === undefined) return
    const chain = [...cycle.map((step) => step.from.name), last.to.name]
    reporterOf(last.from.module).report(boundsMessages.agentToolRecursion, { chain }, last.range)
  })
  return foundCalls || foundTools
}

interface Step<Item> {
  readonly from: Item
  readonly to: Item
  readonly range: { readonly start: number; readonly end: number }
}

/** Depth-first search that reports each cycle once, at the step that closes it. */
function reportCycles<Item>(items: readonly Item[], stepsFrom: (item: Item) => readonly Step<Item>[], report: (cycle: readonly Step<Item>[]) => void): boolean {
  const done = new Set<Item>()
  let found = false
  const visit = (item: Item, trail: readonly Step<Item>[]): void => {
    for (const step of stepsFrom(item)) {
      const position = step.to === item ? trail.length : trail.findIndex((earlier) => earlier.from === step.to)
      if (position >= 0) {
        found = true
        report([...trail.slice(position), step])
      } else if (!done.has(step.to)) {
        visit(step.to, [...trail, step])
      }
    }
    done.add(item)
  }
  for (const item of items) if (!done.has(item)) visit(item, [])
  return found
}

function declaredWorkflows(symbols: Iterable<{ readonly kind: string }>, path: string): readonly WorkflowSymbol[] {
  return [...symbols].filter(
    (symbol): symbol is WorkflowSymbol => symbol.kind === 'workflow' && 'module' in symbol && symbol.module === path,
  )
}

function calledWorkflows(program: CheckedProgram, workflow: WorkflowSymbol): readonly Step<WorkflowSymbol>[] {
  const module = program.modules.get(workflow.module)
  if (module === undefined) return []
  const { start, end } = workflow.declaration.range
  return [...module.facts.calls].flatMap(([call, resolved]) =>
    resolved.kind === 'workflow' && call.range.start >= start && call.range.end <= end
      ? [{ from: workflow, to: resolved.workflow, range: call.range }]
      : [],
  )
}

function toolAgents(agent: AgentSymbol): readonly Step<AgentSymbol>[] {
  const setting = [agent, ...agent.copies].flatMap((source) => source.declaration.settings).find((entry) => entry.kind === 'tools')
  return agent.tools.flatMap((tool) =>
    tool.kind === 'agent' ? [{ from: agent, to: tool, range: setting?.range ?? agent.declaration.name.range }] : [],
  )
}
