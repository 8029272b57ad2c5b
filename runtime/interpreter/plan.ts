import { blocksOf, operandsOf, pureReads, resultsOf } from '../../compiler/graph/index.ts'
import type { Block, Graph, Node, ValueId } from '../../compiler/graph/index.ts'
import type { BlockPlan, NodePlan } from './block-plan.ts'

/** What is known of a block when the block around it is planned. */
interface PlannedBlock {
  readonly plan: BlockPlan
  /** Values from outside that it reads. */
  readonly reads: ReadonlySet<ValueId>
  readonly impure: boolean
  /** Whether a `stop` in it leaves the loop around it. */
  readonly mayStop: boolean
}

const plans = new WeakMap<Graph, BlockPlan>()

/** The plan of the graph's body; made once per graph. */
export function planOf(graph: Graph): BlockPlan {
  const known = plans.get(graph)
  if (known !== undefined) return known
  const plan = planGraph(graph)
  plans.set(graph, plan)
  return plan
}

/** Inner blocks before outer ones, without recursion: graphs may nest deeply. */
function planGraph(graph: Graph): BlockPlan {
  const planned = new Map<Block, PlannedBlock>()
  for (const { block, around } of blocksInside(graph.body).reverse()) planned.set(block, planBlock(graph, block, around, planned))
  return plannedOf(planned, graph.body).plan
}

interface FoundBlock {
  readonly block: Block
  /** The region that it belongs to. */
  readonly around: Node | null
}

/** The block and all blocks inside it, outer ones first. */
function blocksInside(body: Block): FoundBlock[] {
  const found: FoundBlock[] = [{ block: body, around: null }]
  for (let next = 0; next < found.length; next += 1) {
    for (const node of found[next]?.block.nodes ?? []) {
      for (const block of blocksOf(node)) found.push({ block, around: node })
    }
  }
  return found
}

function planBlock(graph: Graph, block: Block, around: Node | null, planned: ReadonlyMap<Block, PlannedBlock>): PlannedBlock {
  const definedAt = new Map<ValueId, number>()
  const dependants = block.nodes.map((): number[] => [])
  const reads = new Set<ValueId>()
  const nodes: NodePlan[] = []
  let decision: number | null = null
  for (const [position, node] of block.nodes.entries()) {
    const inner = blocksOf(node).map((one) => plannedOf(planned, one))
    const impure = inner.some((one) => one.impure) || (node.kind === 'tool' && graph.tools[node.tool]?.pure !== true)
    const before = new Set<number>(decision === null ? [] : [decision])
    for (const id of readsOf(node, inner)) {
      const definition = definedAt.get(id)
      if (definition === undefined) reads.add(id)
      else before.add(definition)
    }
    if (!impure) for (const earlier of before) dependants[earlier]?.push(position)
    nodes.push({
      node,
      position,
      results: resultsOf(node),
      namePieces: node.instance.split('[*]'),
      waitsFor: impure ? position : before.size,
      dependants: dependants[position] ?? [],
      impure,
      blocks: inner.map((one) => one.plan),
    })
    for (const id of resultsOf(node)) definedAt.set(id, position)
    if (isDecision(node, inner)) decision = position
  }
  const outputs = new Set<ValueId>()
  for (const output of block.outputs) pureReads(output, outputs)
  for (const node of block.nodes) if (node.kind === 'stop') for (const carried of node.carried) pureReads(carried, outputs)
  for (const id of outputs) if (!definedAt.has(id)) reads.add(id)
  return {
    plan: {
      nodes,
      outputs: block.outputs,
      ready: nodes.filter((node) => node.waitsFor === 0).map((node) => node.position),
      budgets: budgetsBegunIn(block, around),
    },
    reads,
    impure: nodes.some((node) => node.impure),
    mayStop: block.nodes.some(
      (node) =>
        isDecision(
          node,
          blocksOf(node).map((one) => plannedOf(planned, one)),
        ) && node.kind !== 'assert',
    ),
  }
}

/** A `stop` is decided as soon as its condition is known; what it carries is read when the block has ended. */
function readsOf(node: Node, inner: readonly PlannedBlock[]): ReadonlySet<ValueId> {
  const reads = new Set<ValueId>()
  for (const operand of node.kind === 'stop' ? [node.condition] : operandsOf(node)) pureReads(operand, reads)
  for (const one of inner) for (const id of one.reads) reads.add(id)
  return reads
}

/** Whether later nodes wait for this one although they may read nothing of it. */
function isDecision(node: Node, inner: readonly PlannedBlock[]): boolean {
  if (node.kind === 'assert' || node.kind === 'stop') return true
  return (node.kind === 'if' || node.kind === 'match') && inner.some((one) => one.mayStop)
}

/** A budget belongs to the block in which its workflow is inlined: the outermost one whose nodes it covers. */
function budgetsBegunIn(block: Block, around: Node | null): ReadonlyMap<number, number> {
  const outer = new Set(around?.budgets ?? [])
  const counts = new Map<number, number>()
  for (const node of block.nodes) {
    for (const budget of node.budgets) if (!outer.has(budget)) counts.set(budget, (counts.get(budget) ?? 0) + 1)
  }
  return counts
}

function plannedOf(planned: ReadonlyMap<Block, PlannedBlock>, block: Block): PlannedBlock {
  const found = planned.get(block)
  if (found === undefined) throw new Error('inner blocks are planned first')
  return found
}
