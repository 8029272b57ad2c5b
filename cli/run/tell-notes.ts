import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Tells what a person should know before something starts, each note once. */
export function tellNotes({ err }: Pick<Terminal, 'err'>, notes: readonly string[]): void {
  for (const note of new Set(notes)) err.write(`note: ${printable(note)}\n`)
}
