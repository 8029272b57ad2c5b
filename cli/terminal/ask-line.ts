import { createInterface } from 'node:readline'
import type { AskLine } from './terminal.ts'

/** Asks on standard error for a line of standard input. The terminal itself edits the line, so that Ctrl-C stays a signal. */
export const askLine: AskLine = (prompt, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null)
      return
    }
    const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false })
    const abort = (): void => {
      lines.close()
    }
    signal.addEventListener('abort', abort, { once: true })
    let entered: string | null = null
    lines.once('close', () => {
      signal.removeEventListener('abort', abort)
      if (entered === null) process.stderr.write('\n')
      resolve(entered)
    })
    lines.question(prompt, (line) => {
      entered = line
      lines.close()
    })
  })
