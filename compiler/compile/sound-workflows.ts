import type { Declaration, Range, WorkflowDeclaration } from '../../grammar/index.ts'
import type { AgentSymbol, CheckedProgram, ToolSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { errorLimit } from '../diagnostics/reporter.ts'
import { referencesOf } from './references.ts'
import type { PlacedCall } from './references.ts'

/**
 * The test whether everything that a workflow reaches is free of errors, so that it can be lowered although other parts of
 * the program are broken. An error outside workflows, agents and tools (a type, an import) may touch anything, and so may
 * errors that were not reported because there are too many. `circular` are declarations of circles.
 */
export function soundWorkflows(
  program: CheckedProgram,
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
  diagnostics: readonly Diagnostic[],
  circular: ReadonlySet<Declaration>,
): (workflow: WorkflowSymbol) => boolean {
  const broken = brokenDeclarations(program, diagnostics)
  if (broken === null) return () => false
  return (workflow) =>
    reached(workflow, calls).every(
      ({ declaration }) => !broken.has(declaration) && !circular.has(declaration) && !declaration.damaged,
    )
}

/** The workflows, agents and tools that hold an error; `null` where an error is not known to stay inside one. */
function brokenDeclarations(program: CheckedProgram, diagnostics: readonly Diagnostic[]): ReadonlySet<Declaration> | null {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const broken = new Set<Declaration>()
  const counts = new Map<string, number>()
  for (const { file, range } of errors) {
    const count = (counts.get(file) ?? 0) + 1
    counts.set(file, count)
    const home = program.modules
      .get(file)
      ?.file.declarations.find((declaration) => contains(declaration.range, range))
    if (count >= errorLimit || home === undefined || home.kind === 'type' || home.kind === 'enum') return null
    broken.add(home)
  }
  return broken
}

/** The workflow and everything that it reaches. */
function reached(
  start: WorkflowSymbol,
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
): readonly (WorkflowSymbol | AgentSymbol | ToolSymbol)[] {
  const seen = new Set<WorkflowSymbol | AgentSymbol | ToolSymbol>([start])
  for (const symbol of seen) for (const next of referencesOf(symbol, calls)) seen.add(next)
  return [...seen]
}

const contains = (outer: Range, inner: Range): boolean => inner.start >= outer.start && inner.end <= outer.end
