import type { CompiledFile } from '../compile/compiled-file.ts'
import { graphMessages } from '../diagnostics/graph-messages.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { GraphStage } from './graph-problem.ts'
import { readGraph } from './read-graph.ts'

const messages = {
  json: graphMessages.graphNotJson,
  shape: graphMessages.graphShape,
  size: graphMessages.graphTooLarge,
  structure: graphMessages.graphStructure,
  types: graphMessages.graphTypes,
  bounds: graphMessages.graphBounds,
} as const satisfies Readonly<Record<GraphStage, unknown>>

/** The text of a graph file: a file with one workflow, as compiling gives it, or with what is wrong with the graph. */
export function checkGraphText(path: string, text: string): CompiledFile {
  const reporter = createReporter(path)
  const { value, problems } = readGraph(text)
  for (const { stage, place, text: at, message, remedy } of problems) {
    reporter.report(messages[stage], { place, message, hint: remedy }, at?.range ?? { start: 0, end: 0 })
  }
  const workflows =
    value === null ? [] : [{ name: value.workflow, exported: false, compiled: { kind: 'graph', graph: value } } as const]
  return { path, diagnostics: reporter.diagnostics(), workflows, sources: new Map([[path, text]]), program: null }
}
