import { EXIT } from './exit-code.ts'
import { printable } from './terminal/printable.ts'
import type { Terminal } from './terminal/terminal.ts'

/** Says what is wrong with how the command was used. */
export function complain(terminal: Terminal, ...problems: readonly string[]): typeof EXIT.usage {
  for (const problem of problems) terminal.err.write(`${terminal.err.colors.red('mas:')} ${printable(problem)}\n`)
  return EXIT.usage
}
