import { hasErrors } from '../compiler/compile/index.ts'
import type { CompiledFile } from '../compiler/index.ts'
import { EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import { showDiagnostic } from './text/show-diagnostic.ts'
import type { Terminal } from './terminal/terminal.ts'

/** What the diagnostics of one file mean for the exit code: a file that cannot be read is a mistake in using the command. */
export function exitOfCompiling(compiled: CompiledFile): ExitCode {
  if (compiled.sources.size === 0) return EXIT.usage
  return hasErrors(compiled) ? EXIT.scriptErrors : EXIT.ok
}

/** Writes the errors of a script that a command cannot go on with; its warnings are left to `mas check`. */
export function showErrors(compiled: CompiledFile, terminal: Terminal): void {
  const sourceOf = (file: string): string | null => compiled.sources.get(file) ?? null
  for (const diagnostic of compiled.diagnostics) {
    if (diagnostic.severity === 'error') terminal.err.write(showDiagnostic(diagnostic, sourceOf, terminal.err))
  }
}
