import { mayFailOrOutgrow, nodeReads } from '../../graph/index.ts'
import type { Block, Node, Pure } from '../../graph/index.ts'
import { begunText } from './begun-text.ts'
import type { Place } from './place.ts'
import { awaitReads, readsOf } from './promised.ts'
import { movedText, outputText } from './value-text.ts'
import { waitIfImpure } from './wait-if-impure.ts'
import { writeBranches } from './write-branches.ts'
import { writeNodes } from './write-nodes.ts'

type Branch = Extract<Node, { kind: 'if' | 'match' }>
type Call = Extract<Node, { kind: 'agent' | 'tool' | 'compute' | 'each' | 'sample' | 'otherwise' | 'lazy' }>

/** Statements that end by returning the block's outputs. */
export function writeReturning(block: Block, place: Place): void {
  const last = returnedNode(block, place)
  const before = last === null ? block : { ...block, nodes: block.nodes.slice(0, -1) }
  writeNodes(before, block, place)
  if (last === null) {
    place.lines.add(...returnText(block.outputs, place))
    return
  }
  awaitReads(nodeReads(last), place)
  if (last.kind === 'if' || last.kind === 'match') {
    waitIfImpure(last, place)
    writeBranches(last, place, false, writeReturning)
  } else {
    place.lines.add(`return ${begunText(last, place)}`)
  }
}

/** The last node, where its result is all that the block comes to, and nothing is left to say once it is there. */
function returnedNode({ nodes, outputs }: Block, place: Place): Branch | Call | null {
  const last = nodes.at(-1)
  const [output, ...others] = outputs
  if (last === undefined || output?.kind !== 'value' || others.length > 0) return null
  // A budget that it ends is closed behind it.
  if (last.budgets.some((budget) => !place.budgets.includes(budget))) return null
  switch (last.kind) {
    case 'if':
    case 'match':
      return last.results.length === 1 && last.results[0] === output.id ? last : null
    case 'compute':
      return last.result === output.id && mayFailOrOutgrow(last.expression) ? last : null
    case 'agent':
    case 'tool':
    case 'each':
    case 'sample':
    case 'otherwise':
    case 'lazy':
      return last.result === output.id ? last : null
    case 'repeat':
    case 'for':
    case 'assert':
    case 'stop':
      return null
  }
}

/** The statement that returns the values; none where there are none. */
export function returnText(outputs: readonly Pure[], place: Place): readonly string[] {
  awaitReads(readsOf(outputs), place)
  const [only, ...others] = outputs
  if (only === undefined) return []
  if (others.length === 0) return [`return ${movedText(only, place) ?? outputText(only, place)}`]
  return [`return [${outputs.map((output) => outputText(output, place)).join(', ')}] as const`]
}
