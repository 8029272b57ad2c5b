import { blocksOf, mayFail, operandsOf, pureReads, resultsOf } from '../graph/index.ts'
import type { Block, ForNode, Graph, Node, Pure, RepeatNode, StopNode, ValueId } from '../graph/index.ts'
import { actsByItself } from './acts-by-itself.ts'

/**
 * What of a graph is needed for its result, its failures and its effects. A node is needed that acts by itself, and one that gives
 * a needed value; with a node the region around it, and with a loop each `stop` that leaves it. Nothing is needed that is only read
 * by what is not needed.
 */
export class Needs {
  readonly #nodes = new Set<Node>()
  readonly #results = new Map<Node, Set<number>>()
  readonly #around = new Map<Node, Node>()
  readonly #stopsOf = new Map<Node, StopNode[]>()
  /** Notes that a value is needed. */
  readonly #makers = new Map<ValueId, () => void>()
  /** A list in place of recursion: what depends on each other may be long. */
  readonly #pending: (() => void)[] = []

  constructor(graph: Graph) {
    this.#look(graph, graph.body, null, null)
    for (const output of graph.body.outputs) this.#read(output)
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next()
  }

  hasNode(node: Node): boolean {
    return this.#nodes.has(node)
  }

  /** Whether the value of the region's result at that position is needed; of a loop, also what it carries there. */
  hasResult(node: Node, position: number): boolean {
    return this.#results.get(node)?.has(position) === true
  }

  #look(graph: Graph, block: Block, around: Node | null, loop: Node | null): void {
    for (const node of block.nodes) {
      if (around !== null) this.#around.set(node, around)
      if (isLoop(node)) this.#stopsOf.set(node, [])
      if (node.kind === 'stop' && loop !== null) this.#stopsOf.get(loop)?.push(node)
      const carried = isLoop(node) ? node.carried.map(({ value }) => value) : []
      for (const values of [resultsOf(node), carried]) {
        values.forEach((id, position) => this.#makers.set(id, () => this.#needResult(node, position)))
      }
      if (actsByItself(graph, node)) this.#pending.push(() => this.#needNode(node))
      for (const inner of blocksOf(node)) this.#look(graph, inner, node, isLoop(node) ? node : loop)
    }
  }

  #needNode(node: Node): void {
    if (this.#nodes.has(node)) return
    this.#nodes.add(node)
    const around = this.#around.get(node)
    if (around !== undefined) this.#pending.push(() => this.#needNode(around))
    for (const stop of this.#stopsOf.get(node) ?? []) this.#pending.push(() => this.#needNode(stop))
    for (const operand of operandsOf(node)) {
      if (!carriedBy(node).includes(operand) || mayFail(operand)) this.#read(operand)
    }
    for (const { outputs } of blocksOf(node)) for (const output of outputs) if (mayFail(output)) this.#read(output)
  }

  #needResult(node: Node, position: number): void {
    const needed = this.#results.get(node) ?? new Set()
    if (needed.has(position)) return
    this.#results.set(node, needed.add(position))
    this.#needNode(node)
    const handedOn = [
      ...blocksOf(node).map((block) => block.outputs[position]),
      carriedBy(node)[position],
      ...(this.#stopsOf.get(node) ?? []).map((stop) => stop.carried[position]),
    ]
    for (const pure of handedOn) if (pure !== undefined) this.#read(pure)
  }

  #read(pure: Pure): void {
    const reads = new Set<ValueId>()
    pureReads(pure, reads)
    for (const id of reads) {
      const need = this.#makers.get(id)
      if (need !== undefined) this.#pending.push(need)
    }
  }
}

const isLoop = (node: Node): node is RepeatNode | ForNode => node.kind === 'repeat' || node.kind === 'for'

/** The operands that a loop begins with, or that a `stop` leaves it with: each is needed only where its result is. */
function carriedBy(node: Node): readonly Pure[] {
  if (node.kind === 'stop') return node.carried
  return isLoop(node) ? node.carried.map(({ initial }) => initial) : []
}
