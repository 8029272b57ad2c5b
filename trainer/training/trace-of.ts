import type { RunEvent } from '../../runtime/index.ts'
import type { ExecutionTrace, NodeEndKind } from '../credit/index.ts'

/** What estimators need to know of an execution's control flow. */
export function traceOf(events: readonly RunEvent[]): ExecutionTrace {
  const ends = new Map<string, NodeEndKind>()
  const blocks = new Map<string, number[]>()
  for (const event of events) {
    if (event.kind === 'node_finished') ends.set(event.node, event.outcome.kind)
    if (event.kind === 'node_started' && isRegion(event.nodeKind)) blocks.set(event.node, [])
    if (event.kind === 'block_started') blocks.get(event.node)?.push(event.block)
  }
  return { ends, blocks }
}

function isRegion(kind: Extract<RunEvent, { kind: 'node_started' }>['nodeKind']): boolean {
  switch (kind) {
    case 'agent':
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return false
    default:
      return true
  }
}
