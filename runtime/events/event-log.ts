import type { RunEvent, RunEventContent } from './run-event.ts'

/** When an event happens: seconds since the epoch, and whether it repeats what a journal holds. */
export interface EventTime {
  now(): number
  isReplaying?(): boolean
}

/**
 * The events of a run, kept until the log itself is let go: a consumer may come late, read slowly, or be one of several,
 * and never slows the run down. What it holds is bounded by what the graph permits.
 */
export class EventLog implements AsyncIterable<RunEvent> {
  readonly #time: EventTime
  readonly #events: RunEvent[] = []
  #end: { readonly error: Error | null } | null = null
  #wake = Promise.withResolvers<undefined>()
  #waiting = false

  constructor(time: EventTime) {
    this.#time = time
  }

  /** Adds an event; after the end there are none. */
  append(content: RunEventContent): void {
    if (this.#end !== null) return
    const replayed = this.#time.isReplaying?.() === true ? { replayed: true as const } : {}
    this.#events.push({ sequence: this.#events.length + 1, time: this.#time.now(), ...replayed, ...content })
    this.#wakeReaders()
  }

  /** No more events; with an error, readers get it after the last one. */
  close(error: Error | null = null): void {
    this.#end ??= { error }
    this.#wakeReaders()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    for (let position = 0; ; position += 1) {
      while (position >= this.#events.length && this.#end === null) await this.#nextChange()
      const event = this.#events[position]
      if (event === undefined) {
        if (this.#end?.error) throw this.#end.error
        return
      }
      yield event
    }
  }

  #nextChange(): Promise<undefined> {
    this.#waiting = true
    return this.#wake.promise
  }

  /** Most events find nobody waiting: they cost no promise. */
  #wakeReaders(): void {
    if (!this.#waiting) return
    this.#waiting = false
    this.#wake.resolve(undefined)
    this.#wake = Promise.withResolvers()
  }
}
