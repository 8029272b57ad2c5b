import type { Node, ValueId } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'

export interface AssignedValue {
  readonly id: ValueId
  readonly place: string
}

/** The values that a node defines for what comes after it, as `resultsOf` lists them, with their places. */
export function placedResultsOf(node: Node, place: string): readonly AssignedValue[] {
  if ('results' in node) return node.results.map((id, position) => ({ id, place: pointerTo(place, 'results', position) }))
  return 'result' in node ? [{ id: node.result, place: pointerTo(place, 'result') }] : []
}

/** The values that a region defines for its own blocks, as `innerValues` lists them, with their places. */
export function placedInnerValues(node: Node, place: string): readonly AssignedValue[] {
  const carried = 'carried' in node && node.kind !== 'stop' ? node.carried : []
  return [
    ...('item' in node ? [{ id: node.item, place: pointerTo(place, 'item') }] : []),
    ...('index' in node && node.index !== null ? [{ id: node.index, place: pointerTo(place, 'index') }] : []),
    ...carried.map(({ value }, position) => ({ id: value, place: pointerTo(place, 'carried', position, 'value') })),
  ]
}
