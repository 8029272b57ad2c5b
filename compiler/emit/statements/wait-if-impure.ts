import { isImpure } from '../../graph/index.ts'
import type { Node } from '../../graph/index.ts'
import type { Place } from './place.ts'

/** Whether the node has an effect, which has its place in the order. */
export const hasEffect = (node: Node, { writing }: Place): boolean => isImpure(node, writing.module.graph.tools)

/** Code that reaches a tool that is not pure goes on when all earlier steps have succeeded. */
export function waitIfImpure(node: Node, place: Place): void {
  if (hasEffect(node, place)) place.lines.add(`await ${place.steps}.earlier()`)
}
