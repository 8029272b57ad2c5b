import { likelyMeant } from '../likely-meant.ts'
import { resultsOf } from '../../graph/index.ts'
import type { AgentDefinition, Block, Graph, Node, Pure, PureTextPart, ValueId } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'
import { placedInnerValues, placedResultsOf } from './assigned-values.ts'
import { unknownEntry } from './check-definitions.ts'
import { placedOperandsOf } from './placed-operands.ts'
import { innerPures } from './inner-pures.ts'
import { placedBlocksOf } from './visit-nodes.ts'

/**
 * Values are assigned once and read where they have been assigned: by a node before, by the region around, or as a parameter.
 * Calls name agents and tools that exist, with as many arguments as these have parameters.
 */
export function checkValues(graph: Graph, problems: ProblemList): void {
  const reading = new ValueReading(graph, problems)
  graph.parameters.forEach(({ value }, position) => {
    reading.assign(value, pointerTo('', 'parameters', position, 'value'))
  })
  reading.block(graph.body, '/body')
  for (const [id, agent] of Object.entries(graph.agents)) checkTemplates(graph, agent, pointerTo('', 'agents', id), problems)
}

/** A role and a prompt read the agent's parameters, by their names, and nothing else. */
function checkTemplates(graph: Graph, { parameters, role, prompt }: AgentDefinition, place: string, problems: ProblemList): void {
  const reading = new ValueReading(graph, problems)
  parameters.forEach(({ name }) => {
    reading.assign(name, null)
  })
  if (role !== null) reading.pure(role, pointerTo(place, 'role'))
  if (prompt !== null) reading.pure(prompt, pointerTo(place, 'prompt'))
}

class ValueReading {
  readonly #graph: Graph
  readonly #problems: ProblemList
  /** Every value assigned so far, whether or not it may be read here. */
  readonly #assigned = new Set<ValueId>()
  /** The values that may be read here. */
  readonly #visible = new Set<ValueId>()

  constructor(graph: Graph, problems: ProblemList) {
    this.#graph = graph
    this.#problems = problems
  }

  /** `place` is `null` for a parameter of an agent, whose names are looked at elsewhere. */
  assign(id: ValueId, place: string | null): void {
    if (this.#assigned.has(id) && place !== null) {
      this.#problems.add(
        'structure',
        place,
        `The value ${shownName(id)} is assigned before.`,
        `Write ${shownName(`${id}.2`)}, or another id.`,
      )
    }
    this.#assigned.add(id)
    this.#visible.add(id)
  }

  /** What the block assigns is out of sight behind it. */
  block({ nodes, outputs }: Block, place: string): void {
    nodes.forEach((node, position) => {
      this.#node(node, pointerTo(place, 'nodes', position))
    })
    outputs.forEach((output, position) => {
      this.pure(output, pointerTo(place, 'outputs', position))
    })
    for (const node of nodes) for (const id of resultsOf(node)) this.#visible.delete(id)
  }

  #node(node: Node, place: string): void {
    this.#call(node, place)
    for (const { pure, place: at } of placedOperandsOf(node, place)) this.pure(pure, at)
    const inner = placedInnerValues(node, place)
    for (const { id, place: at } of inner) this.assign(id, at)
    for (const { block, place: at } of placedBlocksOf(node, place)) this.block(block, at)
    for (const { id } of inner) this.#visible.delete(id)
    for (const { id, place: at } of placedResultsOf(node, place)) this.assign(id, at)
  }

  #call(node: Node, place: string): void {
    if (node.kind !== 'agent' && node.kind !== 'tool') return
    const { agents, tools } = this.#graph
    const id = node.kind === 'agent' ? node.agent : node.tool
    const table = node.kind === 'agent' ? agents : tools
    const definition = table[id]
    if (definition === undefined) {
      this.#problems.add('structure', pointerTo(place, node.kind), ...unknownEntry(node.kind, id, table))
      return
    }
    const { length } = definition.parameters
    if (node.arguments.length === length) return
    const names = definition.parameters.map(({ name }) => name).join(', ')
    const message = `The arguments of ${shownName(id)} are ${length}, not ${node.arguments.length}.`
    const remedy = length === 0 ? 'Write `[]`.' : `In order: ${names}; an absent one is the constant \`null\`.`
    this.#problems.add('structure', pointerTo(place, 'arguments'), message, remedy)
  }

  pure(pure: Pure, place: string): void {
    if (pure.kind === 'value') this.#read(pure.id, pointerTo(place, 'id'))
    if (pure.kind === 'text') this.#text(pure.parts, pointerTo(place, 'parts'))
    for (const inner of innerPures(pure, place)) this.pure(inner.pure, inner.place)
  }

  #text(parts: readonly PureTextPart[], place: string): void {
    parts.forEach((part, position) => {
      const at = pointerTo(place, position)
      switch (part.kind) {
        case 'chunk':
          break
        case 'insert':
          this.pure(part.value, pointerTo(at, 'value'))
          break
        case 'if':
          this.pure(part.condition, pointerTo(at, 'condition'))
          this.#text(part.then, pointerTo(at, 'then'))
          this.#text(part.else, pointerTo(at, 'else'))
          break
        case 'each':
          this.pure(part.list, pointerTo(at, 'list'))
          this.assign(part.item, pointerTo(at, 'item'))
          this.#text(part.body, pointerTo(at, 'body'))
          this.#visible.delete(part.item)
      }
    })
  }

  #read(id: ValueId, place: string): void {
    if (this.#visible.has(id)) return
    if (this.#assigned.has(id)) {
      const remedy = 'A block sees its own values and those of the blocks around it; a region hands values on as its results.'
      this.#problems.add('structure', place, `The value ${shownName(id)} belongs to a block before this.`, remedy)
      return
    }
    const remedy = likelyMeant(id, this.#visible) ?? 'A value is read behind the node that assigns it.'
    this.#problems.add('structure', place, `The value ${shownName(id)} has not been assigned here.`, remedy)
  }
}
