import { mayFailOrOutgrow } from '../../graph/index.ts'
import type { Node, Pure, ValueId } from '../../graph/index.ts'
import type { Type } from '../../types/index.ts'
import { objectText } from '../identifiers.ts'
import { learned } from '../learned.ts'
import { Lines } from '../lines.ts'
import { stringLiteral } from '../literals.ts'
import type { Scope } from '../scope.ts'
import { writeAs } from '../write-expression.ts'
import { told } from './branch-scope.ts'
import { callbackText } from './callback-text.ts'
import { innerScope } from './place.ts'
import type { Place } from './place.ts'
import { computedText, givenText, liveResults } from './value-text.ts'
import { writeInLine } from './write-in-line.ts'
import { returnText } from './write-returning.ts'

/** The expression that begins a node whose values are there: a promise of its result, or of a list of its results. */
export function startedText(node: Node, place: Place): string {
  const { steps, scope } = place
  const { graph, agents, tools } = place.writing.module
  const instance = stringLiteral(node.instance)
  switch (node.kind) {
    case 'agent': {
      const inputs = inputsText(graph.agents[node.agent]?.parameters ?? [], node.arguments, scope)
      return `${steps}.call(${instance}, ${agents.get(node.agent) ?? ''}, ${inputs})`
    }
    case 'tool': {
      const inputs = inputsText(graph.tools[node.tool]?.parameters ?? [], node.arguments, scope)
      return `${steps}.use(${instance}, ${tools.get(node.tool) ?? ''}, ${inputs})`
    }
    case 'compute':
      return computedText(node, place)
    case 'each': {
      const list = givenText(node.list, scope)
      const loop = objectText([['list', list], ['max', String(node.maximum)], ...orderedField(node.ordered)])
      const items = node.index === null ? [node.item] : [node.item, node.index]
      return `${steps}.each(${instance}, ${loop}, ${callbackText(node.body, place, items)})`
    }
    case 'sample': {
      const loop = objectText([['count', String(node.count)], ...orderedField(node.ordered)])
      return `${steps}.sample(${instance}, ${loop}, ${callbackText(node.body, place)})`
    }
    case 'otherwise':
      return `${steps}.otherwise(${instance}, ${callbackText(node.attempt, place)}, ${callbackText(node.fallback, place)})`
    case 'lazy': {
      const method = node.operator === '??' ? 'default' : node.operator
      const knowledge = node.operator === '??' ? scope.knowledge : learned(scope, node.left, node.operator === 'and')
      const right = callbackText(node.right, { ...place, scope: { ...scope, knowledge: told(scope, knowledge) } })
      return `${steps}.${method}(${instance}, ${givenText(node.left, scope)}, ${right})`
    }
    case 'if':
    case 'match':
    case 'repeat':
    case 'for': {
      const inner: Place = { ...place, lines: new Lines(), steps: 'at', open: new Set(), scope: innerScope(scope) }
      writeInLine(node, inner)
      inner.lines.add(...returnText(liveResults(node, place).map(valueOf), inner))
      return `${steps}.run(${instance}, async (at) => {\n${inner.lines.text}\n})`
    }
    case 'assert':
    case 'stop':
      throw new Error('a decision is taken in line')
  }
}

const valueOf = (id: ValueId): Pure => ({ kind: 'value', id })

const orderedField = (ordered: boolean): readonly (readonly [string, string])[] => (ordered ? [['ordered', 'true']] : [])

/** The arguments of a call by name, or a function that gives them where one may fail. */
function inputsText(
  parameters: readonly { readonly name: string; readonly type: Type }[],
  given: readonly Pure[],
  scope: Scope,
): string {
  const fields = objectText(
    parameters.map(({ name, type }, position) => {
      const pure = given[position]
      return [name, pure === undefined ? 'null' : writeAs(pure, type, scope)]
    }),
  )
  return given.some(mayFailOrOutgrow) ? `() => (${fields})` : fields
}
