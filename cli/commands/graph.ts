import { optimise, toDot, toMermaid, toSvg } from '../../compiler/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { nameHint } from '../../runtime/configuration/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { compilePath } from '../compile-path.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { overwriteProblem } from '../files/overwrite-problem.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { changeLines } from '../optimise/show-changes.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface GraphOptions {
  /** `main`, or the workflow of a graph file, where it is left out. */
  readonly workflow?: string
  readonly format: string
  readonly optimise?: boolean
  /** The file; standard output where it is left out. */
  readonly out?: string
}

/** Each format and how a graph is written in it. */
const formats = new Map<string, (graph: Graph) => string | Promise<string>>([
  ['mermaid', toMermaid],
  ['dot', toDot],
  ['svg', toSvg],
  ['json', (graph: Graph) => `${JSON.stringify(graph, null, 2)}\n`],
])

/** Prints a workflow's graph, as data or as a picture. */
export async function graphCommand(file: string, options: GraphOptions, terminal: Terminal): Promise<ExitCode> {
  const { format, workflow } = options
  const write = formats.get(format)
  if (write === undefined) return complain(terminal, `There is no format "${format}".${nameHint(format, [...formats.keys()])}`)
  const overwrites = options.out === undefined ? null : overwriteProblem('-o', options.out, [file])
  if (overwrites !== null) return complain(terminal, overwrites)
  const compiled = await compilePath(file)
  const exit = exitOfCompiling(compiled)
  if (exit !== EXIT.ok) {
    showErrors(compiled, terminal)
    return exit
  }
  const chosen = chooseWorkflow(compiled, workflow)
  if (chosen.kind === 'error') return complain(terminal, chosen.message)
  const text = await write(options.optimise === true ? optimised(chosen.graph, terminal) : chosen.graph)
  if (options.out === undefined) {
    terminal.out.write(text)
    return EXIT.ok
  }
  const problem = writeWholeFile(options.out, text)
  return problem === null ? EXIT.ok : complain(terminal, problem)
}

/** The optimised graph; what was done to it is told on standard error. */
function optimised(written: Graph, { err }: Terminal): Graph {
  const made = optimise(written)
  for (const line of changeLines(made)) err.write(`${line}\n`)
  return made.graph
}
