import type { EventOutlet } from './event-outlet.ts'
import { numberEvents } from './number-events.ts'
import type { EventTime } from './number-events.ts'
import type { RunEvent, RunEventContent } from './run-event.ts'
import { Wake } from './wake.ts'

/**
 * The events of a run, kept until the log itself is let go: a consumer may come late, read slowly, or be one of several,
 * and never slows the run down. What it holds is bounded by what the graph permits.
 */
export class EventLog implements EventOutlet {
  readonly #numbered: (content: RunEventContent) => RunEvent
  readonly #events: RunEvent[] = []
  #end: { readonly error: Error | null } | null = null
  readonly #change = new Wake()

  constructor(time: EventTime) {
    this.#numbered = numberEvents(time)
  }

  append(content: RunEventContent): void {
    if (this.#end !== null) return
    this.#events.push(this.#numbered(content))
    this.#change.all()
  }

  close(error: Error | null = null): void {
    this.#end ??= { error }
    this.#change.all()
  }

  /** There always is. */
  room(): null {
    return null
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    for (let position = 0; ; position += 1) {
      while (position >= this.#events.length && this.#end === null) await this.#change.wait()
      const event = this.#events[position]
      if (event === undefined) {
        if (this.#end?.error) throw this.#end.error
        return
      }
      yield event
    }
  }
}
