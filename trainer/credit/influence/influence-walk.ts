import { mayFail, operandsOf, resultsOf } from '../../../compiler/graph/index.ts'
import type {
  Block,
  EachNode,
  ForNode,
  Graph,
  IfNode,
  LazyNode,
  MatchNode,
  Node,
  OtherwiseNode,
  Pure,
  RepeatNode,
  SampleNode,
  ValueId,
} from '../../../compiler/graph/index.ts'
import type { ExecutionTrace } from '../execution-trace.ts'
import { demandOf } from './demand-of.ts'
import { demandOfPart, merge, part, shape, whole } from './demand.ts'
import type { Demand } from './demand.ts'
import { failureDemand } from './failure-demand.ts'
import { instanceName } from './instance-name.ts'

/** The trace does not say what a region did. */
export class MissingTrace extends Error {}

type Demands = readonly (Demand | undefined)[]

/**
 * Goes through what ran of a graph from its end to its beginning, and carries along how much of each value matters. Every
 * use of a value comes after its definition, so at the definition all of its uses have been seen.
 */
export class InfluenceWalk {
  readonly discarded = new Set<string>()
  /** Every node instance that was come to. */
  readonly visited = new Set<string>()
  readonly #graph: Graph
  readonly #trace: ExecutionTrace
  readonly #demands = new Map<ValueId, Demand>()

  constructor(graph: Graph, trace: ExecutionTrace) {
    this.#graph = graph
    this.#trace = trace
  }

  /** A block that ran, of whose outputs this much matters; or, where a `stop` ended it, of what that carries. */
  block(block: Block, indices: readonly number[], outputs: Demands, carried: Demands): void {
    if (!this.#endedEarly(block, indices)) {
      for (const output of block.outputs) this.#failable(output)
      this.#demandEach(block.outputs, outputs)
    }
    for (const node of block.nodes.toReversed()) {
      if (this.#trace.ends.has(instanceName(node.instance, indices))) this.#node(node, indices, carried)
    }
  }

  #node(node: Node, indices: readonly number[], carried: Demands): void {
    const results = resultsOf(node).map((id) => this.#take(id))
    const instance = instanceName(node.instance, indices)
    this.visited.add(instance)
    for (const operand of operandsOf(node)) this.#failable(operand)
    if (this.#trace.ends.get(instance) === 'failed') for (const operand of operandsOf(node)) this.#demand(operand, whole)
    switch (node.kind) {
      case 'agent':
        if (results[0] === undefined && !this.#mayMatterByItself(node, instance)) this.discarded.add(instance)
        else for (const argument of node.arguments) this.#demand(argument, whole)
        return
      case 'tool':
        for (const argument of node.arguments) this.#demand(argument, whole)
        return
      case 'compute':
        if (results[0] !== undefined) this.#demand(node.expression, results[0])
        return
      case 'assert':
        this.#demand(node.condition, whole)
        return
      case 'stop':
        this.#demand(node.condition, whole)
        if (this.#trace.ends.get(instance) === 'stopped') this.#demandEach(node.carried, carried)
        return
      case 'if':
      case 'match':
        this.#branch(node, instance, indices, results, carried)
        return
      case 'repeat':
      case 'for':
        this.#loop(node, instance, indices, results)
        return
      case 'each':
      case 'sample':
        this.#iterations(node, instance, indices, results[0])
        return
      case 'otherwise':
      case 'lazy':
        this.#sides(node, instance, indices, results)
    }
  }

  #branch(node: IfNode | MatchNode, instance: string, indices: readonly number[], results: Demands, carried: Demands): void {
    const arms = node.kind === 'if' ? [node.then, node.else] : node.arms.map((arm) => arm.block)
    const matters = results.some((demand) => demand !== undefined) || arms.some((arm) => arm.nodes.length > 0)
    for (const position of this.#blocksOf(instance)) {
      const arm = arms[position]
      if (arm === undefined) throw new MissingTrace(instance)
      this.block(arm, indices, results, carried)
    }
    if (matters) this.#demand(node.kind === 'if' ? node.condition : node.subject, whole)
  }

  #loop(node: RepeatNode | ForNode, instance: string, indices: readonly number[], results: Demands): void {
    let after = results
    for (let index = this.#blocksOf(instance).length; index >= 1; index -= 1) {
      this.block(node.body, [...indices, index], after, results)
      if (node.kind === 'for') this.#element(node, index)
      after = node.carried.map((carried) => this.#take(carried.value))
    }
    this.#demandEach(
      node.carried.map((carried) => carried.initial),
      after,
    )
    if (node.kind === 'for') this.#demand(node.list, shape)
  }

  #iterations(node: EachNode | SampleNode, instance: string, indices: readonly number[], result: Demand | undefined): void {
    // Where a vote stops the samples, each of them decides how many there are.
    const decides = node.kind === 'sample' && node.until !== undefined
    const demanded = decides ? whole : result
    for (let index = this.#blocksOf(instance).length; index >= 1; index -= 1) {
      this.block(node.body, [...indices, index], [demanded === undefined ? undefined : demandOfPart(demanded, index - 1)], [])
      if (node.kind === 'each') this.#element(node, index)
    }
    if (node.kind === 'each') this.#demand(node.list, shape)
  }

  /** What an iteration needs of its element. */
  #element(node: ForNode | EachNode, index: number): void {
    const demand = this.#take(node.item)
    if (node.index !== null) this.#take(node.index)
    if (demand !== undefined) this.#demand(node.list, part(index - 1, demand))
  }

  #sides(node: OtherwiseNode | LazyNode, instance: string, indices: readonly number[], results: Demands): void {
    const blocks = node.kind === 'otherwise' ? [node.attempt, node.fallback] : [node.right]
    const ran = this.#blocksOf(instance)
    for (const position of ran.toReversed()) {
      const side = blocks[position]
      if (side === undefined) throw new MissingTrace(instance)
      this.block(side, indices, position === ran.at(-1) ? results : [], [])
    }
    if (node.kind === 'lazy') this.#demand(node.left, whole)
  }

  /** A call that matters although nobody needs its value: it could have failed, or cost more or less. */
  #mayMatterByItself(node: Extract<Node, { kind: 'agent' }>, instance: string): boolean {
    const agent = this.#graph.agents[node.agent]
    if (agent === undefined || agent.result.kind !== 'string' || agent.tools.length > 0) return true
    if (this.#trace.ends.get(instance) === 'failed' || [agent.role, agent.prompt].some((text) => text !== null && mayFail(text)))
      return true
    return node.budgets.some((position) => {
      const budget = this.#graph.budgets[position]
      return budget === undefined || budget.tokens !== null || budget.seconds !== null
    })
  }

  /** Whether a failure, or a `stop` of the enclosing loop, ended the block before its outputs were read. */
  #endedEarly(block: Block, indices: readonly number[]): boolean {
    return block.nodes.some((node) => {
      const end = this.#trace.ends.get(instanceName(node.instance, indices))
      return end === 'failed' || end === 'stopped'
    })
  }

  #blocksOf(instance: string): readonly number[] {
    const blocks = this.#trace.blocks.get(instance)
    if (blocks === undefined) throw new MissingTrace(instance)
    return blocks
  }

  #take(id: ValueId): Demand | undefined {
    const demand = this.#demands.get(id)
    this.#demands.delete(id)
    return demand
  }

  #demandEach(pures: readonly Pure[], demands: Demands): void {
    pures.forEach((pure, position) => {
      const demand = demands[position]
      if (demand !== undefined) this.#demand(pure, demand)
    })
  }

  #demand(pure: Pure, demand: Demand): void {
    demandOf(pure, demand, this.#read)
  }

  #failable(pure: Pure): void {
    failureDemand(pure, this.#read)
  }

  readonly #read = (id: ValueId, demand: Demand): void => {
    this.#demands.set(id, merge(this.#demands.get(id), demand))
  }
}
