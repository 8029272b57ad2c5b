import { blocksOf, nodeReads, resultsOf } from '../../graph/index.ts'
import type { Block, Node, ValueId } from '../../graph/index.ts'
import { awaitedNodes } from '../awaited-nodes.ts'
import { resultName } from '../variable-names.ts'
import { startReads } from '../waited-values.ts'
import { begunText } from './begun-text.ts'
import { closeBudgets, stepsFor } from './budget-steps.ts'
import type { BudgetSteps } from './budget-steps.ts'
import type { Place } from './place.ts'
import { awaitReads, promisedIn, readsOf } from './promised.ts'
import { liveResults } from './value-text.ts'
import { writeInLine } from './write-in-line.ts'

/** The nodes of a block as statements; `whole` is the block with what follows them. */
export function writeNodes({ nodes }: Block, whole: Block, place: Place): void {
  const awaited = awaitedNodes(whole, place.writing.module.graph.tools)
  const lastReads = lastReadsOf(whole)
  const budgets: BudgetSteps = new Map()
  for (const [position, node] of nodes.entries()) {
    const steps = stepsFor(node, place, budgets)
    const isReadLater = (id: ValueId): boolean => (lastReads.get(id) ?? position) > position
    writeNode(node, { ...place, steps, budgets: node.budgets, isReadLater }, awaited.has(node))
    closeBudgets(budgets, nodes.slice(position + 1), place)
  }
}

function writeNode(node: Node, place: Place, isAwaited: boolean): void {
  const reads = startReads(node)
  const isDecided =
    node.kind === 'assert' || node.kind === 'stop' || (isInstant(node) && promisedIn(reads, place.scope).length === 0)
  if (isAwaited || isDecided) {
    awaitReads(reads, place)
    writeInLine(node, place)
  } else {
    writeBegun(node, place)
  }
}

/** The position of the last node that reads each value; what a block comes to is read behind all of them. */
function lastReadsOf({ nodes, outputs }: Block): ReadonlyMap<ValueId, number> {
  const last = new Map<ValueId, number>()
  for (const [position, node] of nodes.entries()) for (const id of nodeReads(node)) last.set(id, position)
  for (const id of readsOf(outputs)) last.set(id, nodes.length)
  return last
}

/** Whether a node ends in the moment in which it starts. */
const isInstant = (node: Node): boolean =>
  node.kind === 'compute' ||
  ((node.kind === 'if' || node.kind === 'match') && blocksOf(node).every(({ nodes }) => nodes.every(isInstant)))

/** A node that the code begins and does not wait for: its results are promised. */
function writeBegun(node: Node, place: Place): void {
  const { writing, scope, lines, open, round, isBranch } = place
  round.hasBegun = true
  const results = liveResults(node, place)
  const promised = promisedIn(nodeReads(node), scope)
  const [only] = results
  const idle = resultsOf(node).filter((id) => writing.waited.has(id) && !writing.read.has(id))
  if (only === undefined && idle.length === 0 && !isBranch) {
    lines.add(`void ${begunText(node, place)}`)
    return
  }
  const wanted = only === undefined ? 'unread' : resultName(node, writing, only)
  const name = scope.names.take(`${wanted}Later`)
  lines.add(`const ${name} = ${begunText(node, place)}`)
  open.add(name)
  writing.sources.set(
    name,
    promised.map((source) => source.name),
  )
  for (const id of idle) scope.variables.set(id, { kind: 'promised', name, index: null, wanted: name })
  results.forEach((id) => {
    const index = results.length === 1 ? null : results.indexOf(id)
    scope.variables.set(id, { kind: 'promised', name, index, wanted: resultName(node, writing, id) })
  })
}
