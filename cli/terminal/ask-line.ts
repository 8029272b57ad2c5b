import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { AskLine } from './terminal.ts'

/** Milliseconds in which a terminal gives up the lines that were typed before a question. */
const waitingLines = 50

/**
 * Asks on one stream for a line of another. A line that was typed before the question stands answers nothing: nobody approves what
 * was not shown yet. The terminal itself edits the line, so that Ctrl-C stays a signal.
 */
export const askLineOn =
  (input: Readable, output: Writable): AskLine =>
  async (prompt, signal) => {
    await dropWaitingLines(input, signal)
    return signal.aborted || input.readableEnded ? null : ask(input, output, prompt, signal)
  }

export const askLine: AskLine = (prompt, signal) => askLineOn(process.stdin, process.stderr)(prompt, signal)

const dropWaitingLines = (input: Readable, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const drop = (): void => undefined
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      input.off('data', drop).pause()
      resolve()
    }
    const timer = setTimeout(end, waitingLines)
    signal.addEventListener('abort', end, { once: true })
    input.on('data', drop)
  })

const ask = (input: Readable, output: Writable, prompt: string, signal: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    const lines = createInterface({ input, output, terminal: false })
    const abort = (): void => {
      lines.close()
    }
    signal.addEventListener('abort', abort, { once: true })
    let entered: string | null = null
    lines.once('close', () => {
      signal.removeEventListener('abort', abort)
      if (entered === null) output.write('\n')
      resolve(entered)
    })
    lines.question(prompt, (line) => {
      entered = line
      lines.close()
    })
  })
