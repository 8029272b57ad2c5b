import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Channel } from './terminal.ts'

/** What the thread is told. */
export interface StopwatchOrder {
  readonly descriptor: number
  readonly interval: number
  readonly lock: SharedArrayBuffer
}

/** Who may write: nobody does, the thread does, or the thread may no longer. */
export const lockStates = { free: 0, held: 1, closed: 2 } as const

const defaultInterval = 500

/**
 * Says behind the last line that was written how long it has stood there. It counts in a thread of its own that writes by itself:
 * this one may compute for minutes without a turn of its event loop.
 */
export class Stopwatch {
  readonly #thread: Worker | null
  readonly #lock = new SharedArrayBuffer(4)

  /** `interval` in milliseconds. Where the channel is no terminal, nothing is written. */
  constructor(channel: Channel, interval = defaultInterval) {
    const { descriptor } = channel
    if (!channel.isTerminal || descriptor === undefined) {
      this.#thread = null
      return
    }
    // Beside this file, and compiled or not as this file is.
    const program = new URL(`./stopwatch-thread${extname(import.meta.url)}`, import.meta.url)
    const order: StopwatchOrder = { descriptor, interval, lock: this.#lock }
    this.#thread = new Worker(program, { workerData: order })
    this.#thread.unref()
    // Progress is worth less than what it is about: a thread that cannot run is done without.
    this.#thread.on('error', () => undefined)
  }

  /** Writes a block that ends with `line`, and starts to count. `width`: columns that the line may take, the count included. */
  restart(write: () => void, line: string, width: number): void {
    if (this.#thread === null) return write()
    this.#take(() => {
      write()
      this.#thread?.postMessage({ line, width })
    }, lockStates.free)
  }

  /** Ends the count; from now on the thread writes nothing. */
  stop(): void {
    if (this.#thread === null) return
    this.#take(() => undefined, lockStates.closed)
    void this.#thread.terminate()
  }

  #take(work: () => void, after: number): void {
    const lock = new Int32Array(this.#lock)
    // The thread holds it while it writes a line: microseconds.
    let found = Atomics.compareExchange(lock, 0, lockStates.free, lockStates.held)
    while (found === lockStates.held) {
      Atomics.wait(lock, 0, lockStates.held, 100)
      found = Atomics.compareExchange(lock, 0, lockStates.free, lockStates.held)
    }
    try {
      work()
    } finally {
      Atomics.store(lock, 0, found === lockStates.closed ? lockStates.closed : after)
      Atomics.notify(lock, 0)
    }
  }
}
