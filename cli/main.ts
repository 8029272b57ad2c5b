import { EXIT } from './exit-code.ts'
import { runCommandLine } from './program.ts'
import { processTerminal } from './terminal/process-terminal.ts'

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`mas: this is a mistake in mas itself, not in your script. Please report it:\n${stack}\n`)
  process.exitCode = EXIT.internalError
}
