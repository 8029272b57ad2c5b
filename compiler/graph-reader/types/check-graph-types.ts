import type { AgentDefinition, Graph } from '../../graph/index.ts'
import { stringType } from '../../types/index.ts'
import { pointerTo } from '../pointer.ts'
import { ProblemList } from '../problem-list.ts'
import { CarriedTypes } from './carried-types.ts'
import { ExpressionTypes } from './expression-types.ts'
import { GraphTypes } from './graph-types.ts'
import { Knowledge } from './knowledge.ts'
import { sizesIn } from './sizes-in.ts'

/** Nodes that the passes over one graph may visit: types of carried values settle in a few passes but for graphs made to be slow. */
const mostVisits = 500_000

const narrowingPasses = 8

/** How often a carried value's type may grow before its lists are taken to grow far: often in a small graph. */
const changesFor = (nodes: number): number => Math.min(200, Math.max(8, Math.ceil(20_000 / Math.max(1, nodes))))

/** Whether every value fits where it is read. */
export function checkGraphTypes(graph: Graph, nodes: number, problems: ProblemList): void {
  for (const [id, agent] of Object.entries(graph.agents)) checkTemplates(agent, pointerTo('', 'agents', id), problems)
  const carried = new CarriedTypes({ changes: changesFor(nodes), sizes: sizesIn(graph) })
  const pass = (kind: 'widen' | 'narrow' | 'report', into: ProblemList): void => {
    new GraphTypes(graph, carried, kind, into).check()
  }
  const passes = Math.max(20, Math.ceil(mostVisits / Math.max(1, nodes)))
  let settled = false
  for (let count = 0; count < passes && !settled; count += 1) {
    pass('widen', new ProblemList())
    settled = !carried.takeChange()
  }
  if (!settled) {
    problems.add('types', '/body', 'The types of the values that loops carry do not settle.', 'Let the loops carry fewer values.')
    return
  }
  for (let count = 0; carried.hasWidened && count < narrowingPasses; count += 1) {
    pass('narrow', new ProblemList())
    if (!carried.takeChange()) break
  }
  pass('report', problems)
}

/** Roles and prompts are texts over the agent's parameters. */
function checkTemplates({ parameters, role, prompt }: AgentDefinition, place: string, problems: ProblemList): void {
  const types = new Map(parameters.map(({ name, type }) => [name, type]))
  const expressions = new ExpressionTypes({ types, outcomes: new Map() }, problems)
  if (role !== null) expressions.expect(role, pointerTo(place, 'role'), stringType, 'a role', new Knowledge())
  if (prompt !== null) expressions.expect(prompt, pointerTo(place, 'prompt'), stringType, 'a prompt', new Knowledge())
}
