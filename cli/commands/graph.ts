import { checkFile, toMermaid } from '../../compiler/index.ts'
import { nameHint } from '../../runtime/configuration/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface GraphOptions {
  readonly workflow: string
  readonly format: string
}

const FORMATS = ['json', 'mermaid']

/** Prints a workflow's graph, as data or as a picture. */
export function graphCommand(file: string, options: GraphOptions, terminal: Terminal): ExitCode {
  const { format, workflow } = options
  if (!FORMATS.includes(format)) return complain(terminal, `There is no format "${format}".${nameHint(format, FORMATS)}`)
  const compiled = checkFile(file)
  const exit = exitOfCompiling(compiled)
  if (exit !== EXIT.ok) {
    showErrors(compiled, terminal)
    return exit
  }
  const chosen = chooseWorkflow(compiled, workflow)
  if (chosen.kind === 'error') return complain(terminal, chosen.message)
  terminal.out.write(format === 'json' ? `${JSON.stringify(chosen.graph, null, 2)}\n` : toMermaid(chosen.graph))
  return EXIT.ok
}
