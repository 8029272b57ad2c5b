import { processTerminal } from './terminal/process-terminal.ts'
import { runCommandLine } from './program.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
