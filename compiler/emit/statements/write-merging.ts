import type { Node } from '../../graph/index.ts'
import { learned } from '../learned.ts'
import { resultName } from '../variable-names.ts'
import { mergedInto } from './reused-variable.ts'
import { told } from './branch-scope.ts'
import type { Place } from './place.ts'
import { awaitReads, readsOf } from './promised.ts'
import { assignedText, movedText, typeText } from './value-text.ts'
import { writeBranches } from './write-branches.ts'
import { writeNodes } from './write-nodes.ts'

/** An `if` or `match` whose branches give values to the names that it merges. */
export function writeMerging(node: Extract<Node, { kind: 'if' | 'match' }>, place: Place): void {
  const { writing, lines, scope } = place
  // Without an `else`, the names keep the values they have.
  const given = node.kind === 'if' && node.else.nodes.length === 0 ? node.else : null
  if (given !== null) awaitReads(readsOf(given.outputs), place)
  const keeping: Place =
    node.kind === 'if' ? { ...place, scope: { ...scope, knowledge: told(scope, learned(scope, node.condition, false)) } } : place
  const merged = node.results.flatMap((id, position) => {
    if (!writing.read.has(id)) return []
    const reused = mergedInto(node, position, place)
    if (reused !== null) return [{ id, name: reused, position }]
    const name = scope.names.take(resultName(node, writing, id))
    const first = given?.outputs[position]
    const start = first === undefined ? '' : ` = ${assignedText(first, id, keeping)}`
    lines.add(`let ${name}: ${typeText(id, place)}${start}`)
    return [{ id, name, position }]
  })
  writeBranches(node, place, true, (arm, branch) => {
    writeNodes(arm, arm, branch)
    const values = merged.flatMap(({ id, name, position }) => {
      const output = arm.outputs[position]
      return output === undefined ? [] : [{ id, name, output }]
    })
    awaitReads(readsOf(values.map(({ output }) => output)), branch)
    const [open, ...others] = branch.open
    if (open !== undefined) branch.lines.add(`await ${others.length === 0 ? open : `Promise.all([${[...branch.open].join(', ')}])`}`)
    if (arm === given) return
    for (const { id, name, output } of values) {
      const text = movedText(output, branch) ?? assignedText(output, id, branch)
      if (text !== name) branch.lines.add(`${name} = ${text}`)
    }
  })
  for (const { id, name } of merged) scope.variables.set(id, { kind: 'plain', name, isConstant: false })
}
