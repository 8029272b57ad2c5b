import { emitModule } from '../../compiler/emit/index.ts'
import { checkFile } from '../../compiler/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { modulePlaceProblem } from '../files/module-place.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { shellWord } from '../text/shell-word.ts'
import { packageVersion } from '../version.ts'

export interface CompileOptions {
  readonly output?: string
  readonly workflow?: string
}

/** Writes a script as a TypeScript module: of all workflows that can run by themselves, or of one. */
export async function compileCommand(
  file: string,
  { output, workflow }: CompileOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const refused = output === undefined ? null : modulePlaceProblem(output)
  if (refused !== null) return complain(terminal, refused)
  const compiled = checkFile(file)
  const exit = exitOfCompiling(compiled)
  if (exit !== EXIT.ok) {
    showErrors(compiled, terminal)
    return exit
  }
  const graphs: Graph[] = []
  if (workflow === undefined) {
    for (const one of compiled.workflows) if (one.compiled.kind === 'graph') graphs.push(one.compiled.graph)
    if (graphs.length === 0) return complain(terminal, `${file} has no workflow that can run by itself.`)
  } else {
    const chosen = chooseWorkflow(compiled, workflow)
    if (chosen.kind === 'error') return complain(terminal, chosen.message)
    graphs.push(chosen.graph)
  }
  const words = ['mas', 'compile', file]
  if (workflow !== undefined) words.push('--workflow', workflow)
  if (output !== undefined) words.push('-o', output)
  const text = await emitModule(compiled, graphs, { version: packageVersion(), command: words.map(shellWord).join(' ') })
  if (output === undefined) {
    terminal.out.write(text)
    return EXIT.ok
  }
  const problem = writeWholeFile(output, text)
  return problem === null ? EXIT.ok : complain(terminal, problem)
}
