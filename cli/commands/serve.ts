import { readModelSpec } from '../../runtime/model/index.ts'
import { openCheckpoint } from '../../trainer/embedded/index.ts'
import { serveCheckpoint } from '../../trainer/serving/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { watchInterruption } from '../run/interruption.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ServeCommandOptions {
  readonly port: number
}

const HIGHEST_PORT = 65_535

/** Serves a checkpoint of the package as a model server of this machine, until it is interrupted. */
export async function serveCommand(text: string, { port }: ServeCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readModelSpec(text)
  if (read.kind === 'error') return complain(terminal, read.message)
  if (read.spec.kind !== 'embedded') return complain(terminal, `"${text}" cannot be served: only embedded:NAME can`)
  if (port > HIGHEST_PORT) return complain(terminal, `there is no port ${port}: ports end at ${HIGHEST_PORT}`)
  const opened = await openCheckpoint(read.spec.name)
  if (opened.kind === 'error') return complain(terminal, opened.message)
  const server = await serveCheckpoint({ ...opened, port }).catch((error: unknown) => reasonOf(error, port))
  if (typeof server === 'string') return complain(terminal, server)
  const spec = `openai:${opened.manifest.name}@${server.baseUrl}`
  terminal.out.write(`${server.baseUrl}\n`)
  terminal.err.write(`Serving ${text}: use it as --model default=${spec}. Ctrl-C ends it.\n`)
  const interruption = watchInterruption()
  await new Promise<void>((resolve) => {
    interruption.signal.addEventListener('abort', () => {
      resolve()
    })
  })
  interruption.stop()
  await server.close()
  return EXIT.ok
}

function reasonOf(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `port ${port} is in use: name another with --port, or a free one with --port 0`
  if (code === 'EACCES') return `port ${port} may not be used: name one above 1023 with --port`
  throw error
}
