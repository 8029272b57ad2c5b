import type { WriteStream } from 'node:tty'
import picocolors from 'picocolors'
import { EXIT } from '../exit-code.ts'
import type { AskLine, Channel, Terminal } from './terminal.ts'

/** The terminal of this process. A reader that goes away ends the process quietly. */
export function processTerminal(): Terminal {
  return {
    out: channelOf(process.stdout),
    err: channelOf(process.stderr),
    environment: process.env,
    workingFolder: process.cwd(),
    ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? askWhenNeeded : null,
  }
}

/** Reading lines is loaded with the first question. */
const askWhenNeeded: AskLine = async (prompt, signal) => {
  const { askLine } = await import('./ask-line.ts')
  return askLine(prompt, signal)
}

function channelOf(stream: WriteStream & { readonly fd: number }): Channel {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `mas … | head` closes the pipe early, which is no mistake.
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    const name = stream === process.stdout ? 'standard output' : 'standard error'
    if (stream !== process.stderr) process.stderr.write(`mas: ${name} cannot be written (${error.code ?? error.message})\n`)
    process.exit(EXIT.usage)
  })
  const isTerminal = stream.isTTY === true
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    descriptor: stream.fd,
    // Windows are resized while a command runs.
    get width() {
      return isTerminal ? stream.columns : null
    },
    get height() {
      return isTerminal ? stream.rows : null
    },
    colors: picocolors.createColors(wantsColors(isTerminal, process.env)),
  }
}

/** `NO_COLOR` and `FORCE_COLOR` as other tools read them; else colours on a terminal only. */
export function wantsColors(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment.NO_COLOR !== undefined && environment.NO_COLOR !== '') return false
  if (environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== '') return environment.FORCE_COLOR !== '0'
  return isTerminal && environment.TERM !== 'dumb'
}
