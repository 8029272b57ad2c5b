import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ArmFailure } from './arm-failure.ts'
import type { ArmMessage } from './arm-message.ts'
import type { ArmOrder } from './run-arm-process.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

const armProgram = fileURLToPath(new URL(`./arm-process.${extension}`, import.meta.url))

/**
 * Runs an arm in a process of its own, and settles when that process has ended. Rejects with an `ArmFailure` where it fails, and
 * with the signal's reason where it was told to end.
 */
export async function spawnArm(
  order: ArmOrder,
  tell: (message: ArmMessage) => void,
  signal: AbortSignal,
  program: string = armProgram,
): Promise<void> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, ['--max-old-space-size=600', program], { stdio: ['pipe', 'pipe', 'pipe'] })
  const end = (): void => void child.kill('SIGKILL')
  signal.addEventListener('abort', end, { once: true })

  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (part: string) => complaints.push(part))
  const ended = new Promise<string | null>((resolve) => {
    child.on('error', (error) => {
      resolve(`cannot be started (${error.message})`)
    })
    child.on('close', (code, killedBy) => {
      resolve(killedBy !== null ? `was ended by ${killedBy}` : code === 0 ? null : `ended with code ${String(code)}`)
    })
  })
  // A process that is gone reads no order; how it ended says more than the broken pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify(order))

  const strange = await readMessages(child.stdout, tell).catch((fault: unknown) => {
    end()
    throw fault
  })
  const failure = await ended
  signal.removeEventListener('abort', end)
  signal.throwIfAborted()
  if (failure !== null) throw new ArmFailure(order.arm, failure, complaints.join(''))
  if (strange !== null) throw new ArmFailure(order.arm, `wrote what is no message (${strange.slice(0, 200)})`, complaints.join(''))
}

/** Tells every message; the first line that is none, if there is one. */
async function readMessages(output: NodeJS.ReadableStream, tell: (message: ArmMessage) => void): Promise<string | null> {
  let strange: string | null = null
  for await (const line of createInterface({ input: output })) {
    const message = messageIn(line)
    if (message === null) strange ??= line
    else tell(message)
  }
  return strange
}

function messageIn(line: string): ArmMessage | null {
  try {
    const data: unknown = JSON.parse(line)
    return typeof data === 'object' && data !== null && 'kind' in data ? (data as ArmMessage) : null
  } catch {
    return null
  }
}
