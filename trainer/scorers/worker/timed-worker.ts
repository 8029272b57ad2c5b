import { Worker } from 'node:worker_threads'

export interface WorkerLimits {
  readonly memoryMegabytes: number
}

/** How a question ended. */
export type Answer<Reply> =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** It was not answered in time, or took more memory than there is: the question is too hard, and its thread was ended. */
  | { readonly kind: 'too_hard' }
  /** The thread could not be started. */
  | { readonly kind: 'unavailable'; readonly message: string }

/** What a worker's program says: that it is loaded, a reply, or that a question broke it. */
export type WorkerMessage<Reply> = { readonly kind: 'ready' } | { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'broke' }

/** The longest that loading a program may take: nothing foreign runs meanwhile. */
const longestStartSeconds = 60

/**
 * A thread that answers questions, one after the other, each under a wall clock: what a text from elsewhere makes a library do
 * ends in time, whatever it is. Started with the first question; it keeps no program running.
 */
export class TimedWorker<Question, Reply> {
  readonly #program: URL
  readonly #limits: WorkerLimits
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(program: URL, limits: WorkerLimits) {
    this.#program = program
    this.#limits = limits
  }

  /** Asks once all earlier questions are answered. Loading does not count. */
  ask(question: Question, seconds: number): Promise<Answer<Reply>> {
    const answer = this.#last.then(() => this.#ask(question, seconds))
    this.#last = answer
    return answer
  }

  async #ask(question: Question, seconds: number): Promise<Answer<Reply>> {
    if (this.#worker === null) {
      const begun = new Worker(this.#program, {
        resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMegabytes },
        env: {},
        stdout: true,
        stderr: true,
      })
      // What ends the thread between questions, nobody else hears.
      begun.on('error', () => undefined).on('exit', () => {
        if (this.#worker === begun) this.#worker = null
      })
      this.#worker = begun
      const started = await nextMessage<Reply>(begun, longestStartSeconds)
      if (started.kind !== 'ready') {
        await this.#end()
        return { kind: 'unavailable', message: started.kind === 'ended' ? started.message : 'its thread did not start' }
      }
    }
    const worker: Worker = this.#worker
    const said = nextMessage<Reply>(worker, seconds)
    worker.postMessage(question)
    const message = await said
    if (message.kind === 'reply') return message
    await this.#end()
    return { kind: 'too_hard' }
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

type Heard<Reply> = WorkerMessage<Reply> | { readonly kind: 'late' } | { readonly kind: 'ended'; readonly message: string }

/** What the thread says next. The program that waits is kept running only for so long. */
function nextMessage<Reply>(worker: Worker, seconds: number): Promise<Heard<Reply>> {
  worker.ref()
  return new Promise((resolve) => {
    const hear = (heard: Heard<Reply>): void => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', onError).off('exit', onExit)
      worker.unref()
      resolve(heard)
    }
    const onError = (error: unknown): void => {
      hear({ kind: 'ended', message: error instanceof Error ? error.message : String(error) })
    }
    const onExit = (): void => {
      hear({ kind: 'ended', message: 'its thread ended' })
    }
    const timer = setTimeout(() => {
      hear({ kind: 'late' })
    }, seconds * 1000)
    worker.on('message', hear).on('error', onError).on('exit', onExit)
  })
}
