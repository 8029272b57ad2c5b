import type { WorkflowDeclaration } from '../../grammar/index.ts'
import type { CheckedProgram, WorkflowSymbol } from '../check/checked-program.ts'
import { checkProgram } from '../check/index.ts'
import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import type { Graph } from '../graph/index.ts'
import { limits, lowerWorkflow } from '../lower/index.ts'
import type { BudgetedCall, LoweringProblem } from '../lower/index.ts'
import type { ModuleReader } from '../modules/index.ts'
import { checkBounds } from './check-bounds.ts'
import type { CompiledFile, CompiledWorkflow } from './compiled-file.ts'
import { findRecursion } from './find-recursion.ts'
import { callsByWorkflow, referencesOf } from './references.ts'
import type { PlacedCall } from './references.ts'
import { reportRecursion } from './report-recursion.ts'
import { soundWorkflows } from './sound-workflows.ts'

/** Compiles a file and what it imports. Never throws for any text; `reader` is the only way to other files. */
export function compileProgram(entryPath: string, reader: ModuleReader): CompiledFile {
  const { program, diagnostics } = checkProgram(entryPath, reader)
  if (program === null) return { path: entryPath, diagnostics, workflows: [], sources: new Map(), program }
  const reporters = new Map<string, Reporter>()
  const reporterOf = (file: string): Reporter => {
    const reporter = reporters.get(file) ?? createReporter(file, diagnostics)
    reporters.set(file, reporter)
    return reporter
  }
  const calls = callsByWorkflow(program)
  const circular = findRecursion(program, calls, reporterOf)
  const entry = entryWorkflows(program)
  const sound = soundWorkflows(program, calls, diagnostics, circular, entry)
  const compiled = compileAll(program, sound, calls, reporterOf)
  const workflows = entry.map((workflow): CompiledWorkflow => {
    const { name, declaration } = workflow
    const graph = compiled.get(workflow)
    const kind = isGeneric(workflow) ? 'generic' : 'broken'
    return { name, exported: declaration.exported, compiled: graph === undefined ? { kind } : { kind: 'graph', graph } }
  })
  const found = [...diagnostics, ...[...reporters.values()].flatMap((reporter) => reporter.diagnostics())]
  const sources = new Map([...program.modules.values()].map((module) => [module.path, module.source]))
  return { path: entryPath, diagnostics: inOrder(found, entryPath), workflows, sources, program }
}

function entryWorkflows(program: CheckedProgram): readonly WorkflowSymbol[] {
  return program.entry.file.declarations.flatMap((declaration) => {
    const symbol = program.entry.scope.get(declaration.name.text)
    return symbol?.kind === 'workflow' && symbol.declaration === declaration ? [symbol] : []
  })
}

const isGeneric = (workflow: WorkflowSymbol): boolean =>
  workflow.typeParameters.length > 0 ||
  workflow.parameters.some((parameter) => parameter.static || parameter.type.kind === 'agent')

/** The graphs of the workflows, which come after those they call: where one fails, its callers fail without another word. */
function compileAll(
  program: CheckedProgram,
  workflows: readonly WorkflowSymbol[],
  calls: ReadonlyMap<WorkflowDeclaration, readonly PlacedCall[]>,
  reporterOf: (file: string) => Reporter,
): ReadonlyMap<WorkflowSymbol, Graph> {
  const graphs = new Map<WorkflowSymbol, Graph>()
  const failed = new Set<object>()
  for (const workflow of workflows) {
    const isBlocked = referencesOf(workflow, calls).some((called) => failed.has(called))
    if (isGeneric(workflow)) {
      if (isBlocked) failed.add(workflow)
      continue
    }
    const graph = isBlocked ? null : compileWorkflow(program, workflow, reporterOf)
    if (graph === null) failed.add(workflow)
    else graphs.set(workflow, graph)
  }
  return graphs
}

function compileWorkflow(
  program: CheckedProgram,
  workflow: WorkflowSymbol,
  reporterOf: (file: string) => Reporter,
): Graph | null {
  const lowered = lowerWorkflow(program, workflow)
  if (lowered.kind === 'problem') {
    reportProblem(workflow, lowered.problem, reporterOf)
    return null
  }
  if (!checkBounds(workflow, lowered.graph, reporterOf(workflow.module))) return null
  for (const call of lowered.budgetedCalls) checkInlinedBudget(program, call, reporterOf)
  return lowered.graph
}

/** An inlined workflow has a bound of its own once its static and agent parameters are known. */
function checkInlinedBudget(
  program: CheckedProgram,
  { workflow, given }: BudgetedCall,
  reporterOf: (file: string) => Reporter,
): void {
  const lowered = lowerWorkflow(program, workflow, given)
  if (lowered.kind === 'graph') checkBounds(workflow, lowered.graph, reporterOf(workflow.module))
}

function reportProblem(workflow: WorkflowSymbol, problem: LoweringProblem, reporterOf: (file: string) => Reporter): void {
  switch (problem.kind) {
    case 'recursion':
      reportRecursion(problem, workflow.module, reporterOf)
      return
    case 'too_large':
      reporterOf(workflow.module).report(
        boundsMessages.tooLarge,
        { name: workflow.name, excess: problem.excess, maximum: limits[problem.excess] },
        workflow.declaration.name.range,
      )
      return
    case 'incomplete':
      return
  }
}

/** The entry file first, then by file and place. */
function inOrder(diagnostics: readonly Diagnostic[], entryPath: string): readonly Diagnostic[] {
  const rank = (diagnostic: Diagnostic): string => `${diagnostic.file === entryPath ? 0 : 1}${diagnostic.file}`
  return diagnostics.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.range.start - b.range.start))
}
