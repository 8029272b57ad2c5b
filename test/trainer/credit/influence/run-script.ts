import { compileProgram, createMemoryReader } from '../../../../compiler/index.ts'
import type { Graph } from '../../../../compiler/index.ts'
import type { ModelRequest } from '../../../../runtime/index.ts'
import type { Answer } from '../../../runtime/mock-model.ts'
import { runGraph } from './run-graph.ts'
import type { Ran } from './run-graph.ts'

export function compileScript(source: string): Graph {
  const file = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', source]])))
  const main = file.workflows.find((workflow) => workflow.name === 'main')?.compiled
  if (main?.kind !== 'graph') throw new Error(JSON.stringify(file.diagnostics))
  return main.graph
}

const agents = `
  agent A(x: string) -> string
  agent B(x: string) -> string
  agent S(x: string) -> { answer: string, note: string }
`

/** Runs the workflow `main(x: string) -> string` of a script that may use the agents A, B (texts) and S (a record). */
export const runScript = (body: string, answers: { readonly [node: string]: Answer } = {}): Promise<Ran> =>
  runGraph(compileScript(`${agents}\n${body}`), { x: 'x' }, (node, request) => answers[node] ?? defaultAnswer(request))

const defaultAnswer = (request: ModelRequest): string =>
  request.output.kind === 'text' ? `from ${request.agent.name}` : JSON.stringify({ answer: 'a', note: 'n' })
