import picocolors from 'picocolors'
import type { Channel, Terminal } from '../../cli/terminal/terminal.ts'

/** A terminal that keeps what is written. */
export function memoryTerminal(
  environment: Readonly<Record<string, string>> = {},
  ask: Terminal['ask'] = null,
): Terminal & { outText(): string; errText(): string } {
  const texts = { out: '', err: '' }
  const channel = (name: 'out' | 'err'): Channel => ({
    write: (text) => void (texts[name] += text),
    isTerminal: false,
    width: null,
    height: null,
    colors: picocolors.createColors(false),
  })
  return {
    out: channel('out'),
    err: channel('err'),
    environment,
    workingFolder: process.cwd(),
    ask,
    outText: () => texts.out,
    errText: () => texts.err,
  }
}
