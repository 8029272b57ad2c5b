import type { Change, OptimisedGraph } from '../../compiler/index.ts'
import { printable } from '../terminal/printable.ts'
import { countOf } from '../text/count-of.ts'

/** A line for each thing that the optimiser did, and one for what it came to. */
export function changeLines({ graph: { bounds: after }, writtenBounds: before, changes }: OptimisedGraph): readonly string[] {
  return [
    ...changes.filter(isAboutCalls).map(changeText),
    `bound: ${after.calls} requests, depth ${after.depth}; as written: ${before.calls} requests, depth ${before.depth}`,
  ]
}

/** Pure steps that went with a call are told in data only. */
const isAboutCalls = ({ before }: Change): boolean => before.calls + before.tool_calls > 0

function changeText(change: Change): string {
  const { node, before, after } = change
  switch (change.kind) {
    case 'dropped':
      return `dropped ${printable(node)}: ${costText(change)}, never used`
    case 'merged':
      return `merged ${printable(node)}: ${costText(change)}, the same call as ${printable(change.into)}`
    case 'early_vote':
      return `early vote ${printable(node)}: ${countOf(after.calls, 'request')} at most, depth ${before.depth} becomes ${after.depth}`
  }
}

const costText = ({ before }: Change): string =>
  before.calls > 0 ? countOf(before.calls, 'request') : countOf(before.tool_calls, 'tool call')
