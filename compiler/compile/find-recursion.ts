import type { Declaration, Range, WorkflowDeclaration } from '../../grammar/index.ts'
import type { AgentSymbol, CheckedProgram, DeclaredSymbol } from '../check/checked-program.ts'
import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import { findCycles } from './find-cycles.ts'
import type { PlacedCall } from './references.ts'

interface Place {
  readonly file: string
  readonly range: Range
}

/**
 * Reports workflows that call themselves, directly or through others, and agents that are tools of themselves; the result
 * holds a declaration of each such circle. Recursion through agents passed as arguments shows only when a workflow is inlined.
 */
export function findRecursion(
  program: CheckedProgram,
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
  reporterOf: (file: string) => Reporter,
): ReadonlySet<Declaration> {
  const symbols = [...program.modules.values()].flatMap((module) =>
    [...module.scope.values()].filter((symbol: DeclaredSymbol) => symbol.module === module.path),
  )
  const workflows = symbols.filter((symbol) => symbol.kind === 'workflow')
  const agents = symbols.filter((symbol) => symbol.kind === 'agent')
  const calling = findCycles(workflows, (workflow) =>
    (calls.get(workflow.declaration) ?? []).flatMap(({ range, resolved }) =>
      resolved.kind === 'workflow' ? [{ from: workflow, to: resolved.workflow, at: { file: workflow.module, range } }] : [],
    ),
  )
  const using = findCycles(agents, (agent) =>
    agent.tools.flatMap((tool) => (tool.kind === 'agent' ? [{ from: agent, to: tool, at: toolsPlace(agent) }] : [])),
  )
  const broken = new Set<Declaration>()
  const report = (
    cycles: readonly ReturnType<typeof findCycles<DeclaredSymbol, Place>>[number][],
    message: typeof boundsMessages.recursion,
  ): void => {
    for (const cycle of cycles) {
      const { from, to, at } = cycle[cycle.length - 1] ?? cycle[0]
      broken.add(from.declaration)
      reporterOf(at.file).report(message, { chain: [...cycle.map((step) => step.from.name), to.name] }, at.range)
    }
  }
  report(calling, boundsMessages.recursion)
  report(using, boundsMessages.agentToolRecursion)
  return broken
}

/** The `tools` setting in force, which a copy may have from what it copies. */
function toolsPlace(agent: AgentSymbol): Place {
  for (const source of [agent, ...agent.copies]) {
    const setting = source.declaration.settings.findLast((entry) => entry.kind === 'tools')
    if (setting !== undefined) return { file: source.module, range: setting.range }
  }
  return { file: agent.module, range: agent.declaration.name.range }
}
