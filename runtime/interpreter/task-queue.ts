/** So many tasks run before timers and replies get their turn. */
const slice = 1000

/**
 * Runs tasks one after another, in the order they came, never inside each other: however deep a graph nests, the stack
 * stays flat.
 */
export class TaskQueue {
  readonly #onError: (error: unknown) => void
  #tasks: (() => void)[] = []
  #scheduled = false
  #closed = false

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  add(task: () => void): void {
    if (this.#closed) return
    this.#tasks.push(task)
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(this.#drain)
  }

  /** Whether there is nothing to run until something is added. */
  get isIdle(): boolean {
    return !this.#scheduled
  }

  /** Drops every task, now and later: after an error nothing runs on. */
  close(): void {
    this.#tasks = []
    this.#closed = true
  }

  readonly #drain = (): void => {
    let position = 0
    try {
      for (; position < this.#tasks.length && position < slice; position += 1) this.#tasks[position]?.()
    } catch (error) {
      this.close()
      this.#onError(error)
    }
    this.#tasks.splice(0, position)
    if (this.#tasks.length > 0) setImmediate(this.#drain)
    else this.#scheduled = false
  }
}
