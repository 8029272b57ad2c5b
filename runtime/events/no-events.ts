import type { EventOutlet } from './event-outlet.ts'

/** Events that nobody reads: none is made. */
export const noEvents: EventOutlet = {
  append: () => undefined,
  close: () => undefined,
  room: null,
  async *[Symbol.asyncIterator]() {
    return
  },
}
