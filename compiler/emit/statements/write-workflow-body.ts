import type { ValueId } from '../../graph/index.ts'
import { Identifiers, bindingText } from '../identifiers.ts'
import { Lines } from '../lines.ts'
import { liveValues } from '../live-values.ts'
import type { Scope, Variable } from '../scope.ts'
import { ValueTypes } from '../value-types.ts'
import { instancesIn } from '../variable-names.ts'
import { waitedValues } from '../waited-values.ts'
import { ownPlace } from './place.ts'
import type { ModuleNames, Writing } from './place.ts'
import { usesSteps } from './uses.ts'
import { writeReturning } from './write-returning.ts'

/** Writes the body of a workflow: the function that takes its steps and its inputs, which are of the type called `inputs`. */
export function writeWorkflowBody(module: ModuleNames, inputs: string, identifiers: Identifiers): string {
  const { graph } = module
  const names = new Identifiers(identifiers)
  const { body } = graph
  const found = { instances: instancesIn(body), read: liveValues(body), waited: waitedValues(body) }
  const writing: Writing = { module, ...found, sources: new Map() }
  const fields: (readonly [string, string])[] = []
  const variables = new Map<ValueId, Variable>()
  for (const { name, value } of graph.parameters) {
    const identifier = names.take(name)
    variables.set(value, { kind: 'plain', name: identifier, isConstant: true })
    if (writing.read.has(value)) fields.push([name, identifier])
  }
  const scope: Scope = { types: new ValueTypes(graph), names, compared: new Set(), variables, knowledge: new Map() }
  const own = graph.budgets.findIndex(({ path }) => path === graph.workflow)
  const lines = new Lines()
  writeReturning(body, ownPlace(writing, scope, lines, 'at', own < 0 ? [] : [own]))
  const parameters = fields.length === 0 ? [] : [`${bindingText(fields)}: ${inputs}`]
  const steps = usesSteps(lines.text) ? ['at'] : parameters.length === 0 ? [] : ['_at']
  const result = module.typeTexts.typeText(graph.result)
  return `async (${[...steps, ...parameters].join(', ')}): Promise<${result}> => {\n${lines.text}\n}`
}
