import type { Graph } from '../../graph/index.ts'
import type { ProblemList } from '../problem-list.ts'
import { checkBudgets } from './check-budgets.ts'
import { checkDefinitions } from './check-definitions.ts'
import { checkNames } from './check-names.ts'
import { checkOrder } from './check-order.ts'
import { checkRegions } from './check-regions.ts'
import { checkTypes } from './check-types.ts'
import { checkValues } from './check-values.ts'

/** Whether the parts of a graph agree with each other. */
export function checkStructure(graph: Graph, problems: ProblemList): void {
  checkTypes(graph, problems)
  checkDefinitions(graph, problems)
  checkBudgets(graph, problems)
  checkNames(graph, problems)
  checkRegions(graph, problems)
  checkValues(graph, problems)
  checkOrder(graph, problems)
}
