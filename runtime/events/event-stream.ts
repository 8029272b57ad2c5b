import type { EventOutlet, Room } from './event-outlet.ts'
import { numberEvents } from './number-events.ts'
import type { EventTime } from './number-events.ts'
import type { RunEvent, RunEventContent } from './run-event.ts'
import { Wake } from './wake.ts'

/** So many unread events hold back what a run asks for next. */
export const UNREAD_LIMIT = 64

/**
 * The events of a run for one reader, let go as they are read. While {@link UNREAD_LIMIT} are unread, there is no room. A
 * reader who leaves wants no more of them: from then on nothing is held, and nothing is held back.
 */
export class EventStream implements EventOutlet {
  readonly #numbered: (content: RunEventContent) => RunEvent
  readonly #unread: RunEvent[] = []
  #end: { readonly error: Error | null } | null = null
  #isTaken = false
  readonly #added = new Wake()
  /** What lets calls go on that are held back, in the order they came. */
  readonly #held = new Set<() => void>()

  constructor(time: EventTime) {
    this.#numbered = numberEvents(time)
  }

  append(content: RunEventContent): void {
    if (this.#end !== null) return
    this.#unread.push(this.#numbered(content))
    this.#added.all()
  }

  close(error: Error | null = null): void {
    this.#end ??= { error }
    this.#added.all()
    for (const goOn of [...this.#held]) goOn()
  }

  readonly room: Room = (signal) => {
    if (!this.#isFull() || signal.aborted) return null
    return new Promise((resolve) => {
      const goOn = (): void => {
        this.#held.delete(goOn)
        signal.removeEventListener('abort', goOn)
        resolve(undefined)
      }
      this.#held.add(goOn)
      signal.addEventListener('abort', goOn, { once: true })
    })
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    if (this.#isTaken) throw new Error('streamed events are read once')
    this.#isTaken = true
    try {
      for (;;) {
        const event = this.#unread.shift()
        if (event !== undefined) {
          this.#letOneGoOn()
          yield event
        } else if (this.#end === null) {
          await this.#added.wait()
        } else {
          if (this.#end.error !== null) throw this.#end.error
          return
        }
      }
    } finally {
      this.close()
      this.#unread.length = 0
    }
  }

  #isFull(): boolean {
    return this.#end === null && this.#unread.length >= UNREAD_LIMIT
  }

  /** One for each event that is read: a call that goes on tells of its end, so that the next one follows. */
  #letOneGoOn(): void {
    const [goOn] = this.#held
    if (!this.#isFull()) goOn?.()
  }
}
