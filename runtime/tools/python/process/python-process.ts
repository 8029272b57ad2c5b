import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Boundary } from '../boundary/index.ts'
import { CappedBytes } from './capped-bytes.ts'
import { descriptors } from '../child/protocol.ts'
import type { ChildMessage, ChildSetup, Job } from '../child/protocol.ts'
import { nodeArguments } from './node-arguments.ts'
import { parseMessage } from './parse-message.ts'
import { killFollowers, killGroup, processesOf, residentBytes } from './process-group.ts'
import { endWithProgram, hasEnded } from './running-groups.ts'
import { VerdictQueue } from './verdict-queue.ts'

/** Messages are short; more than this is an attack. */
const LONGEST_MESSAGES = 65_536
const LONGEST_COMPLAINTS = 4_096
const LONGEST_FAREWELL_MILLISECONDS = 500
const LONGEST_END_MILLISECONDS = 2_000
const MEMORY_LOOK_MILLISECONDS = 50

/** What happens with the process. */
export type ProcessVerdict =
  | { readonly kind: 'said'; readonly message: ChildMessage }
  | { readonly kind: 'ended' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'exceeded'; readonly limit: 'time' | 'memory' | 'output' }
  /** It said something that is no message. */
  | { readonly kind: 'misspoke' }

export interface ProcessStart {
  readonly boundary: Boundary
  readonly setup: ChildSetup
  /** Open files that the process reads, from the descriptor {@link descriptors.snapshot} on. */
  readonly files: readonly number[]
  readonly memoryMegabytes: number
  readonly outputBytes: number
}

export interface WaitLimits {
  readonly seconds: number
  readonly residentBytes: number
  readonly signal: AbortSignal | null
}

/** What a process wrote until its end. */
export interface Written {
  /** At most so many bytes as it was allowed. */
  readonly printed: Buffer
  readonly isTooMuch: boolean
  /** The first of what went wrong while Python was loaded. */
  readonly complaints: string
}

/** A process that runs Python: started, waited for under limits, and killed. Whatever comes from it is taken for hostile. */
export class PythonProcess {
  readonly #child: ChildProcess
  readonly #streams: ChildProcess['stdio'] | readonly []
  readonly #verdicts = new VerdictQueue<ProcessVerdict>()
  readonly #printed: CappedBytes
  readonly #complaints = new CappedBytes(LONGEST_COMPLAINTS)
  readonly #closed: Promise<unknown>
  #hasEnded = false

  constructor({ boundary, setup, files, memoryMegabytes, outputBytes }: ProcessStart) {
    const [program = '', ...rest] = [...boundary.wrapper, process.execPath, ...nodeArguments(setup, memoryMegabytes)]
    this.#printed = new CappedBytes(outputBytes)
    this.#child = spawn(program, rest, {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', ...files],
      detached: process.platform !== 'win32',
    })
    // Where this program has as many files open as it may, Node gives a process that never began, and no streams.
    this.#streams = (this.#child.stdio as ChildProcess['stdio'] | undefined) ?? []
    const { pid } = this.#child
    if (pid !== undefined) endWithProgram(pid)
    this.#child.once('error', (error) => {
      this.#complaints.add(Buffer.from(String(error)))
    })
    this.#closed = new Promise((resolve) => this.#child.once('close', resolve).once('error', resolve))
    void this.#closed.then(() => {
      this.#hasEnded = true
      if (pid !== undefined) hasEnded(pid)
      this.#verdicts.put({ kind: 'ended' })
    })
    this.#listen()
  }

  /** Starts the job. */
  send(job: Job): void {
    this.#child.stdin?.end(JSON.stringify(job))
  }

  /** The next thing that happens, at the latest what the limits say. */
  async next({ seconds, residentBytes: largest, signal }: WaitLimits): Promise<ProcessVerdict> {
    const onAbort = (): void => {
      this.#verdicts.put({ kind: 'aborted' })
    }
    const timer = setTimeout(() => {
      this.#verdicts.put({ kind: 'exceeded', limit: 'time' })
    }, seconds * 1000)
    const { pid } = this.#child
    let watched: readonly number[] = []
    const watch = setInterval(() => {
      if (watched.length === 0 && pid !== undefined) watched = processesOf(pid)
      const held = watched.reduce((sum, id) => sum + residentBytes(id), 0)
      if (held > largest) this.#verdicts.put({ kind: 'exceeded', limit: 'memory' })
    }, MEMORY_LOOK_MILLISECONDS)
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted === true) onAbort()
    const verdict = await this.#verdicts.take()
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', onAbort)
    return verdict
  }

  /** Ends the process with all that it started, and gives what it wrote. */
  async end(): Promise<Written> {
    const { pid } = this.#child
    // Killed together with what it started, the wrapper would leave that as a zombie where the first process of the system is
    // this program, as in a container.
    if (!this.#hasEnded && pid !== undefined && killFollowers(pid)) await this.#closedWithin(LONGEST_FAREWELL_MILLISECONDS)
    // The number of a process that has ended may by now be another's.
    if (!this.#hasEnded && pid !== undefined) killGroup(pid)
    await this.#closedWithin(LONGEST_END_MILLISECONDS)
    for (const stream of this.#streams) stream?.destroy()
    return {
      printed: this.#printed.bytes,
      isTooMuch: this.#printed.isTooMuch,
      complaints: this.#complaints.bytes.toString('utf8'),
    }
  }

  #closedWithin(milliseconds: number): Promise<unknown> {
    return Promise.race([this.#closed, afterMilliseconds(milliseconds)])
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Whether this program waits for the process before it ends by itself. */
  keepProgramRunning(keeps: boolean): void {
    for (const handle of [this.#child, ...this.#streams] as readonly (Partial<Referable> | null)[]) {
      if (keeps) handle?.ref?.()
      else handle?.unref?.()
    }
  }

  #listen(): void {
    // A process that has ended does not read; that it ended is told by its end.
    this.#child.stdin?.on('error', () => undefined)
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#printed.add(chunk)
      if (this.#printed.isTooMuch) this.#verdicts.put({ kind: 'exceeded', limit: 'output' })
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaints.add(chunk)
    })
    const messages = this.#streams[descriptors.messages] as Readable | null | undefined
    let unread = ''
    let size = 0
    messages?.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > LONGEST_MESSAGES) {
        this.#verdicts.put({ kind: 'misspoke' })
        return
      }
      const lines = (unread + chunk.toString('utf8')).split('\n')
      unread = lines.pop() ?? ''
      for (const line of lines) {
        const message = parseMessage(line)
        this.#verdicts.put(message === null ? { kind: 'misspoke' } : { kind: 'said', message })
      }
    })
  }
}

interface Referable {
  ref(): void
  unref(): void
}

function afterMilliseconds(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
