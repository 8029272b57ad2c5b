import { EXIT } from './exit-code.ts'
import { runCommandLine } from './program.ts'
import { processTerminal } from './terminal/process-terminal.ts'

/** The process would end because nothing is left to happen, and the command has not. */
const endUnsettled = (): void => {
  process.stderr.write('mas: this waits for a promise that nothing settles: of a scorer of yours, or else it is a mistake in mas itself\n')
  process.exit(EXIT.internalError)
}

process.once('beforeExit', endUnsettled)
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`mas: this is a mistake in mas itself, not in your script. Please report it:\n${stack}\n`)
  process.exitCode = EXIT.internalError
}
process.off('beforeExit', endUnsettled)
