import type { CheckedProgram, WorkflowSymbol } from '../check/checked-program.ts'
import { boundsOf } from '../bounds/bounds-of.ts'
import type { Graph } from '../graph/index.ts'
import { budgetScope } from './budget-scope.ts'
import { lowerStatements } from './lower-statements.ts'
import { inliningKey } from './lower-workflow-call.ts'
import { freshValue, newLowering, nothing, valueOf } from './lowering.ts'
import type { BudgetedCall, Context, FixedMeaning, LoweringProblem, Meaning } from './lowering.ts'
import { rootPath } from './path.ts'

export type LoweringResult =
  | { readonly kind: 'graph'; readonly graph: Graph; readonly budgetedCalls: readonly BudgetedCall[] }
  | { readonly kind: 'problem'; readonly problem: LoweringProblem }

/**
 * Compiles a checked workflow to a graph; its value parameters become the graph's. `given` says what its static and agent
 * parameters mean, where it has any.
 */
export function lowerWorkflow(
  program: CheckedProgram,
  workflow: WorkflowSymbol,
  given: ReadonlyMap<string, FixedMeaning> = new Map(),
): LoweringResult {
  const module = program.modules.get(workflow.module)
  if (module === undefined) return { kind: 'problem', problem: { kind: 'incomplete' } }
  const lowering = newLowering(program)
  const names = new Map<string, Meaning>(given)
  const parameters = workflow.parameters.flatMap(({ name, type }) => {
    if (given.has(name)) return []
    const value = freshValue(lowering, name)
    names.set(name, { kind: 'value', pure: valueOf(value) })
    return [{ name, type, value }]
  })
  const path = rootPath(workflow.name)
  const scope = budgetScope(workflow, path.name)
  const budgets = scope === null ? [] : [lowering.budgets.push(scope) - 1]
  const frame = { module, budgets, stack: [{ key: inliningKey(workflow, names), workflow, call: null }] }
  const context: Context = { lowering, frame, names, nodes: [], path, carried: null }
  const returned = lowerStatements(context, workflow.declaration.body.statements)
  const [problem] = lowering.problems
  if (problem !== undefined) return { kind: 'problem', problem }
  const graph = {
    version: 1 as const,
    workflow: workflow.name,
    file: module.path,
    documentation: workflow.declaration.documentation,
    parameters,
    result: workflow.result,
    body: { nodes: context.nodes, outputs: [returned ?? nothing] },
    agents: lowering.agents.definitions,
    tools: lowering.tools.definitions,
    budgets: lowering.budgets,
  }
  return { kind: 'graph', graph: { ...graph, bounds: boundsOf(graph) }, budgetedCalls: [...lowering.budgetedCalls.values()] }
}
