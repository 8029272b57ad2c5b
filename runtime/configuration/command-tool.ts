import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { ToolImplementation, ToolOutcome } from '../tools/tool-implementation.ts'
import type { ToolBinding } from './configuration.ts'
import { programEnvironment } from './program-environment.ts'

const LARGEST_OUTPUT = 4 * 1024 * 1024
const LONGEST_COMPLAINT = 500

/**
 * A tool that is a program on this machine: started once per call, without a shell, in the configuration's folder. It reads
 * the arguments as a JSON object on standard input and writes its result as JSON to standard output; a status other than 0
 * is a failure, told by the last line of its standard error. It is killed, with what it started, when the call is aborted,
 * takes too long or writes more than 4 MiB. Of the environment it gets what {@link programEnvironment} lets through.
 */
export function createCommandTool(
  { command, timeoutSeconds }: Pick<ToolBinding, 'timeoutSeconds'> & { readonly command: readonly string[] },
  folder: string,
): ToolImplementation {
  const [program = '', ...rest] = command
  return {
    description: `program:${JSON.stringify(command)}`,
    call: (inputs, { signal }) =>
      new Promise((resolve) => {
        const child = spawn(program, rest, {
          cwd: folder,
          env: programEnvironment(process.env),
          stdio: ['pipe', 'pipe', 'pipe'],
          detached: process.platform !== 'win32',
        })
        const output = collect(child.stdout)
        const complaint = collect(child.stderr)
        let verdict: ToolOutcome | null = null
        const end = (message: string): void => {
          verdict ??= { kind: 'failed', message }
          kill(child)
        }
        const timer = setTimeout(() => {
          end(`${program} took longer than ${timeoutSeconds} seconds`)
        }, timeoutSeconds * 1000)
        const onAbort = (): void => {
          end('the call was aborted')
        }
        const settle = (outcome: ToolOutcome): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', onAbort)
          resolve(verdict ?? outcome)
        }
        signal.addEventListener('abort', onAbort, { once: true })
        if (signal.aborted) onAbort()
        child.stdout.on('data', () => {
          if (output.size() > LARGEST_OUTPUT) end(`${program} wrote more than ${LARGEST_OUTPUT} bytes`)
        })
        child.once('error', (error) => {
          settle({
            kind: 'failed',
            message: `${program} cannot be started (${'code' in error ? String(error.code) : error.message})`,
          })
        })
        child.once('close', (code, killedBy) => {
          settle(
            code === 0
              ? readResult(program, output.text())
              : { kind: 'failed', message: complaintText(program, code ?? killedBy, complaint.text()) },
          )
        })
        // A program that does not read its input is free to do so.
        child.stdin.on('error', () => undefined)
        child.stdin.end(`${JSON.stringify(inputs)}\n`)
      }),
  }
}

function collect(stream: NodeJS.ReadableStream): { readonly text: () => string; readonly size: () => number } {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= LARGEST_OUTPUT) chunks.push(chunk)
  })
  return { text: () => Buffer.concat(chunks).toString('utf8'), size: () => size }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function readResult(program: string, output: string): ToolOutcome {
  try {
    return { kind: 'ok', value: JSON.parse(output) as unknown }
  } catch {
    return { kind: 'failed', message: `${program} wrote no JSON: ${JSON.stringify(output.slice(0, 100))}` }
  }
}

function complaintText(program: string, status: number | string | null, complaint: string): string {
  const last = complaint.trim().split('\n').at(-1)?.slice(0, LONGEST_COMPLAINT) ?? ''
  const end = typeof status === 'number' ? `status ${status}` : String(status)
  return `${program} ended with ${end}${last === '' ? '' : `: ${last}`}`
}
