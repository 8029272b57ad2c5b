import { objectText } from './identifiers.ts'
import type { Identifiers } from './identifiers.ts'
import { limitFields } from './limit-fields.ts'
import { stringLiteral } from './literals.ts'
import type { ModuleNames } from './statements/place.ts'
import { writeWorkflowBody } from './statements/write-workflow-body.ts'

/** The statements of the function that runs a workflow; `inputs` is the type of what it takes. */
export function writeFunction(module: ModuleNames, inputs: string, identifiers: Identifiers): string {
  const { graph, typeTexts, agents, tools } = module
  const calls = [...new Set([...agents.values(), ...tools.values()])]
  const own = graph.budgets.find(({ path }) => path === graph.workflow)
  const about: (readonly [string, string])[] = [
    ['workflow', stringLiteral(graph.workflow)],
    ['file', stringLiteral(graph.file)],
    ['parameters', typeTexts.fieldsText(graph.parameters)],
    ['calls', `[${calls.join(', ')}]`],
  ]
  if (own !== undefined) about.push(['budget', objectText(limitFields(own))])
  const code = writeWorkflowBody(module, inputs, identifiers)
  return `const workflow = ${objectText(about)}\nreturn mas.runModule(workflow, inputs, settings, ${code})`
}
