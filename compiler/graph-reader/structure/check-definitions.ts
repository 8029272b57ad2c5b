import { findCycles } from '../../compile/find-cycles.ts'
import { likelyMeant } from '../likely-meant.ts'
import type { AgentDefinition, AgentTool, Graph } from '../../graph/index.ts'
import { isToolSource, sourceHint } from '../../names/declare-tool.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName, shownNames } from '../shown.ts'

/** The tables of a graph: parameters of one name each, tools from somewhere, agents whose tools exist and form no circle. */
export function checkDefinitions(graph: Graph, problems: ProblemList): void {
  expectDistinct(graph.parameters, '/parameters', problems)
  for (const [id, tool] of Object.entries(graph.tools)) {
    const place = pointerTo('', 'tools', id)
    expectDistinct(tool.parameters, pointerTo(place, 'parameters'), problems)
    if (isToolSource(tool.from)) continue
    problems.add('structure', pointerTo(place, 'from'), `No tool comes from ${shownName(tool.from)}.`, sourceHint(tool.from))
  }
  for (const [id, agent] of Object.entries(graph.agents)) checkAgent(graph, agent, pointerTo('', 'agents', id), problems)
  checkCircles(graph, problems)
}

function checkAgent(graph: Graph, agent: AgentDefinition, place: string, problems: ProblemList): void {
  expectDistinct(agent.parameters, pointerTo(place, 'parameters'), problems)
  const names = new Set<string>()
  agent.tools.forEach((tool, position) => {
    const at = pointerTo(place, 'tools', position)
    const name = nameOf(graph, tool)
    if (name === null) problems.add('structure', at, ...unknownTool(graph, tool))
    else if (names.has(name))
      problems.add('structure', at, `The agent has a tool ${shownName(name)} before: its model could not tell them apart.`)
    else names.add(name)
  })
  if (agent.tools.length === 0 && agent.max_turns !== 1) {
    problems.add('structure', pointerTo(place, 'max_turns'), 'An agent without tools has one turn.', 'Write `1`.')
  }
  if (agent.result.kind === 'string' && agent.repairs !== 0) {
    problems.add('structure', pointerTo(place, 'repairs'), 'A text needs no repairs.', 'Write `0`.')
  }
}

function nameOf({ agents, tools }: Graph, tool: AgentTool): string | null {
  const definition = tool.kind === 'tool' ? tools[tool.tool] : agents[tool.agent]
  return definition?.name ?? null
}

function unknownTool({ agents, tools }: Graph, tool: AgentTool): readonly [string, string] {
  return tool.kind === 'tool' ? unknownEntry('tool', tool.tool, tools) : unknownEntry('agent', tool.agent, agents)
}

/** What is said of an id that a table lacks, and what it may have meant. */
export function unknownEntry(
  thing: 'agent' | 'tool',
  id: string,
  table: Readonly<Record<string, unknown>>,
): readonly [string, string] {
  const ids = Object.keys(table)
  const remedy =
    ids.length === 0 ? `The graph has no ${thing}s: define it in \`${thing}s\`.` : `The ${thing}s are ${shownNames(ids)}.`
  return [`The graph has no ${thing} ${shownName(id)}.`, likelyMeant(id, ids) ?? remedy]
}

function expectDistinct(parameters: readonly { readonly name: string }[], place: string, problems: ProblemList): void {
  const names = new Set<string>()
  parameters.forEach(({ name }, position) => {
    if (names.has(name))
      problems.add('structure', pointerTo(place, position, 'name'), `There is a parameter ${shownName(name)} before.`)
    names.add(name)
  })
}

function checkCircles({ agents }: Graph, problems: ProblemList): void {
  const cycles = findCycles(Object.keys(agents), (id) =>
    (agents[id]?.tools ?? []).flatMap((tool, position) =>
      tool.kind === 'agent' ? [{ from: id, to: tool.agent, at: position }] : [],
    ),
  )
  for (const cycle of cycles) {
    const { from, at } = cycle[cycle.length - 1] ?? cycle[0]
    const chain = [...cycle.map((step) => step.from), cycle[0].from].map(shownName).join(' uses ')
    const remedy = 'Take one of them out of the `tools` of the other.'
    problems.add(
      'structure',
      pointerTo('', 'agents', from, 'tools', at),
      `These agents are tools of each other: ${chain}.`,
      remedy,
    )
  }
}
