import type { Node } from '../../graph/index.ts'
import { Lines } from '../lines.ts'
import { branchScope } from './branch-scope.ts'
import { assignCarried } from './assign-carried.ts'
import type { Place } from './place.ts'
import { conditionText } from './value-text.ts'

/** `stop when`: leaves the loop, whose variables keep the values that they have here. */
export function writeStop(node: Extract<Node, { kind: 'stop' }>, place: Place): void {
  const { lines, scope } = place
  const condition = conditionText(node.condition, node, place)
  const leaving = new Lines()
  assignCarried(node.carried, {
    ...place,
    lines: leaving,
    scope: branchScope(node.condition, true, scope),
    open: new Set(place.open),
  })
  lines.add(`if (${condition}) ${leaving.count === 0 ? 'break' : `{\n${leaving.text}\nbreak\n}`}`)
  scope.knowledge = branchScope(node.condition, false, scope).knowledge
}
