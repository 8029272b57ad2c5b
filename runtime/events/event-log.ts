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
  readonly room = null

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

  // No generator: with one, reading an event takes a third longer.
  [Symbol.asyncIterator](): AsyncIterator<RunEvent, void> {
    let position = 0
    const next = (): Promise<IteratorResult<RunEvent, void>> => {
      const event = this.#events[position]
      if (event === undefined) return this.#end === null ? this.#change.wait().then(next) : endOf(this.#end)
      position += 1
      return Promise.resolve({ done: false, value: event })
    }
    return { next }
  }
}

const endOf = ({ error }: { readonly error: Error | null }): Promise<IteratorResult<never, void>> =>
  error === null ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(error)
