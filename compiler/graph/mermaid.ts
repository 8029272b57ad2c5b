import type { Block, Graph, Node, ValueId } from './graph.ts'
import { operandsOf } from './operands.ts'
import type { Pure } from './pure.ts'
import { blockReads, blocksOf, innerValues, pureReads, resultsOf } from './reads.ts'

/**
 * The graph as a Mermaid flowchart: agents are rounded, tools are framed, regions are boxes with their bounds, slanted boxes
 * are inputs, items and values that a loop carries, and an arrow says that a value is read.
 */
export function toMermaid(graph: Graph): string {
  const drawing = new Drawing(graph)
  return drawing.draw()
}

class Drawing {
  readonly #graph: Graph
  readonly #lines: string[] = ['flowchart TD']
  /** The box in which each value is made. */
  readonly #makers = new Map<ValueId, string>()
  readonly #edges = new Set<string>()
  #count = 0

  constructor(graph: Graph) {
    this.#graph = graph
  }

  draw(): string {
    for (const parameter of this.#graph.parameters) {
      this.#makers.set(parameter.value, this.#box('  ', '[/', parameter.name, '/]'))
    }
    this.#block(this.#graph.body, '  ')
    const result = this.#box('  ', '[\\', 'result', '\\]')
    for (const output of this.#graph.body.outputs) this.#connect([output], result)
    return [...this.#lines, ...[...this.#edges].map((edge) => `  ${edge}`), ''].join('\n')
  }

  #block(block: Block, indent: string): void {
    for (const node of block.nodes) this.#node(node, indent)
  }

  #node(node: Node, indent: string): void {
    const blocks = blocksOf(node)
    const id = blocks.length === 0 ? this.#leaf(node, indent) : this.#region(node, indent)
    this.#connect(operandsOf(node), id)
    for (const value of resultsOf(node)) this.#makers.set(value, id)
  }

  #leaf(node: Node, indent: string): string {
    switch (node.kind) {
      case 'agent':
        return this.#box(indent, '([', `${agentName(this.#graph, node.agent)}\n${node.instance}`, '])')
      case 'tool':
        return this.#box(indent, '[[', `${this.#graph.tools[node.tool]?.name ?? node.tool}\n${node.instance}`, ']]')
      case 'assert':
      case 'stop':
        return this.#box(indent, '{{', node.kind === 'stop' ? 'stop when' : 'assert', '}}')
      default:
        return this.#box(indent, '[', node.name.split('/').at(-1) ?? node.name, ']')
    }
  }

  #region(node: Node, indent: string): string {
    const id = this.#nextId()
    this.#lines.push(`${indent}subgraph ${id}["${escaped(title(node))}"]`)
    // An arrow from a box to something inside it cannot be drawn, so what a loop hands to its body has a box of its own.
    for (const value of innerValues(node)) {
      this.#makers.set(value, this.#box(`${indent}  `, '[/', value.replace(/\.\d+$/, ''), '/]'))
    }
    const blocks = blocksOf(node)
    blocks.forEach((block, position) => {
      const label = armLabel(node, position)
      if (label === null) {
        this.#block(block, `${indent}  `)
      } else {
        const arm = this.#nextId()
        this.#lines.push(`${indent}  subgraph ${arm}["${escaped(label)}"]`)
        if (block.nodes.length === 0) this.#box(`${indent}    `, '(', ' ', ')')
        this.#block(block, `${indent}    `)
        this.#lines.push(`${indent}  end`)
      }
    })
    const isEmpty = blocks.every((block) => block.nodes.length === 0)
    if (isEmpty && armLabel(node, 0) === null) this.#box(`${indent}  `, '(', 'value', ')')
    this.#lines.push(`${indent}end`)
    for (const block of blocks) this.#connectValues(passedOn(node, block), id)
    return id
  }

  #box(indent: string, open: string, label: string, close: string): string {
    const id = this.#nextId()
    this.#lines.push(`${indent}${id}${open}"${escaped(label)}"${close}`)
    return id
  }

  #nextId(): string {
    this.#count += 1
    return `n${this.#count}`
  }

  #connect(operands: readonly Pure[], id: string): void {
    const reads = new Set<ValueId>()
    for (const operand of operands) pureReads(operand, reads)
    this.#connectValues(reads, id)
  }

  #connectValues(reads: ReadonlySet<ValueId>, id: string): void {
    for (const value of reads) {
      const maker = this.#makers.get(value)
      if (maker !== undefined && maker !== id) this.#edges.add(`${maker} --> ${id}`)
    }
  }
}

const agentName = (graph: Graph, id: string): string => graph.agents[id]?.name ?? id

/** Values from outside the region that its block hands on as they are: no node inside shows them. */
function passedOn(region: Node, block: Block): ReadonlySet<ValueId> {
  const values = new Set(blockReads({ nodes: [], outputs: block.outputs }))
  for (const node of block.nodes) for (const id of resultsOf(node)) values.delete(id)
  for (const id of innerValues(region)) values.delete(id)
  return values
}

function title(node: Node): string {
  switch (node.kind) {
    case 'repeat':
      return `repeat max ${node.maximum}`
    case 'for':
      return `for each in order, max ${node.maximum}`
    case 'each':
      return `each, max ${node.maximum}`
    case 'sample':
      return `sample ${node.count}`
    case 'lazy':
      return node.operator
    default:
      return node.kind
  }
}

function armLabel(node: Node, position: number): string | null {
  switch (node.kind) {
    case 'if':
      return position === 0 ? 'then' : 'else'
    case 'match':
      return node.arms[position]?.member ?? 'else'
    case 'otherwise':
      return position === 0 ? 'try' : 'otherwise'
    default:
      return null
  }
}

/** Mermaid reads `#…;` as a character; `<br/>` is its line break. */
const escaped = (label: string): string =>
  label
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('\n', '<br/>')
