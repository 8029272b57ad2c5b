import type { Node } from '../../graph/index.ts'
import { objectText } from '../identifiers.ts'
import { Lines } from '../lines.ts'
import { stringLiteral } from '../literals.ts'
import { nameOfValue, resultName } from '../variable-names.ts'
import { assignCarried } from './assign-carried.ts'
import { innerScope, ownPlace } from './place.ts'
import type { CarriedVariable, Place } from './place.ts'
import { uses } from './uses.ts'
import { assignedText, givenText, typeText } from './value-text.ts'
import { writeNodes } from './write-nodes.ts'

type Loop = Extract<Node, { kind: 'repeat' | 'for' }>

/** A `repeat` or `for` as a loop over its rounds; what it carries is in variables before it. */
export function writeLoop(node: Loop, place: Place): void {
  const { lines, scope } = place
  const carried = node.carried.map(({ value, initial }, position): CarriedVariable => {
    return { value, name: carriedVariable(node, position, place), next: node.body.outputs[position] ?? initial }
  })
  const inner = innerScope(scope)
  carried.forEach(({ value, name }) => {
    if (name !== null) inner.variables.set(value, { kind: 'plain', name, isConstant: false })
  })
  const round = inner.names.take('round')
  const items = itemsOf(node).map((id) => {
    const name = inner.names.take(nameOfValue(id))
    inner.variables.set(id, { kind: 'plain', name, isConstant: true })
    return name
  })
  const source = roundsText(node, place)
  const body: Place = { ...ownPlace(place.writing, inner, new Lines(), round, place.budgets), carried }
  writeNodes(node.body, node.body, body)
  assignCarried(node.body.outputs, body)
  const code = body.lines.text
  const bound = [round, ...items].map((name) => (uses(code, name) ? name : `_${name}`)).join(', ')
  lines.add(`for await (const ${node.kind === 'for' ? `[${bound}]` : bound} of ${source}) {\n${code}\n}`)
  node.results.forEach((id, position) => {
    const name = carried[position]?.name ?? null
    if (name !== null) scope.variables.set(id, { kind: 'plain', name, isConstant: false })
  })
}

/** The variable that carries a value from round to round, with its first value; `null` where nothing reads it. */
function carriedVariable(node: Loop, position: number, place: Place): string | null {
  const { writing, lines, scope } = place
  const { value, initial } = node.carried[position] ?? {}
  if (value === undefined || initial === undefined) return null
  const result = node.results[position] ?? value
  if (!writing.read.has(value) && !writing.read.has(result)) return null
  const type = typeText(value, place)
  const taken = initial.kind === 'value' && writing.read.get(initial.id) === 1 ? scope.variables.get(initial.id) : undefined
  if (taken?.kind === 'plain' && lines.rewrite(`const ${taken.name} = `, (rest) => `let ${taken.name}: ${type} = ${taken.typedText ?? rest}`)) {
    return taken.name
  }
  const name = scope.names.take(resultName(node, writing, result))
  lines.add(`let ${name}: ${type} = ${assignedText(initial, value, place)}`)
  return name
}

/** What a `for` binds in each round. */
function itemsOf(node: Loop): readonly string[] {
  if (node.kind === 'repeat') return []
  return node.index === null ? [node.item] : [node.item, node.index]
}

function roundsText(node: Loop, { steps, scope }: Place): string {
  const instance = stringLiteral(node.instance)
  if (node.kind === 'repeat') return `${steps}.repeat(${instance}, ${node.maximum})`
  const loop = objectText([
    ['list', givenText(node.list, scope)],
    ['max', String(node.maximum)],
  ])
  return `${steps}.for(${instance}, ${loop})`
}
