import type { Declaration, Range } from '../../grammar/index.ts'
import type { AgentSymbol, CheckedProgram, WorkflowSymbol } from '../check/checked-program.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/**
 * The test whether everything that a workflow reaches is free of errors, so that it can be lowered although other parts of
 * the program are broken. An error outside workflows, agents and tools (a type, an import) may touch anything.
 */
export function soundWorkflows(program: CheckedProgram, diagnostics: readonly Diagnostic[]): (workflow: WorkflowSymbol) => boolean {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const bodies = [...program.modules.values()].map((module) => ({
    path: module.path,
    declarations: module.file.declarations.filter((declaration) => declaration.kind !== 'type' && declaration.kind !== 'enum'),
  }))
  const broken = new Set<Declaration>()
  for (const error of errors) {
    const home = bodies
      .find((body) => body.path === error.file)
      ?.declarations.find((declaration) => contains(declaration.range, error.range))
    if (home === undefined) return () => false
    broken.add(home)
  }
  return (workflow) => reached(program, workflow).every((symbol) => !broken.has(symbol.declaration) && !symbol.declaration.damaged)
}

/** The workflow and every workflow and agent it reaches. */
function reached(program: CheckedProgram, start: WorkflowSymbol): readonly (WorkflowSymbol | AgentSymbol)[] {
  const seen = new Set<WorkflowSymbol | AgentSymbol>()
  const pending: (WorkflowSymbol | AgentSymbol)[] = [start]
  for (let symbol = pending.pop(); symbol !== undefined; symbol = pending.pop()) {
    if (seen.has(symbol)) continue
    seen.add(symbol)
    if (symbol.kind === 'agent') {
      pending.push(...symbol.copies, ...symbol.tools.filter((tool) => tool.kind === 'agent'))
      continue
    }
    const module = program.modules.get(symbol.module)
    for (const [call, resolved] of module?.facts.calls ?? []) {
      if (!contains(symbol.declaration.range, call.range)) continue
      if (resolved.kind === 'agent') pending.push(resolved.agent)
      if (resolved.kind === 'workflow') {
        pending.push(resolved.workflow)
        for (const argument of resolved.arguments) if (argument.kind === 'agent') pending.push(argument.agent)
      }
    }
  }
  return [...seen]
}

const contains = (outer: Range, inner: Range): boolean => inner.start >= outer.start && inner.end <= outer.end
