import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Tells each note of a slot once: a setting that a server does not take is the same in every request. */
export function tellNotesOnce({ err }: Pick<Terminal, 'err'>): (slot: string, note: string) => void {
  const told = new Set<string>()
  return (slot, note) => {
    const text = `note: model "${slot}": ${printable(note)}`
    if (told.has(text)) return
    told.add(text)
    err.write(`${err.colors.dim(text)}\n`)
  }
}
