import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ArmFailure } from './arm-failure.ts'

/** A program, what it is to do, and the name that a failure gives it. */
export interface ProcessOrder {
  readonly program: string
  readonly name: string
  readonly order: unknown
}

/**
 * Runs a program of this project in a process of its own: its order goes to standard input as JSON, it answers with one JSON line for
 * each message. Settles when it has ended; rejects with an `ArmFailure` where it fails, and with the signal's reason where it was told to end.
 */
export async function spawnProcess<Message extends { readonly kind: string }>(
  { program, name, order }: ProcessOrder,
  tell: (message: Message) => void,
  signal: AbortSignal,
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

  const strange = await readMessages<Message>(child.stdout, tell).catch((fault: unknown) => {
    end()
    throw fault
  })
  const failure = await ended
  signal.removeEventListener('abort', end)
  signal.throwIfAborted()
  if (failure !== null) throw new ArmFailure(name, failure, complaints.join(''))
  if (strange !== null) throw new ArmFailure(name, `wrote what is no message (${strange.slice(0, 200)})`, complaints.join(''))
}

/** Tells every message; the first line that is none, if there is one. */
async function readMessages<Message>(output: NodeJS.ReadableStream, tell: (message: Message) => void): Promise<string | null> {
  let strange: string | null = null
  for await (const line of createInterface({ input: output })) {
    const message = messageIn<Message>(line)
    if (message === null) strange ??= line
    else tell(message)
  }
  return strange
}

function messageIn<Message>(line: string): Message | null {
  try {
    const data: unknown = JSON.parse(line)
    return typeof data === 'object' && data !== null && 'kind' in data ? (data as Message) : null
  } catch {
    return null
  }
}
