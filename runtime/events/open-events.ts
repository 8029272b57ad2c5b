import { EventLog } from './event-log.ts'
import type { EventOutlet } from './event-outlet.ts'
import { EventStream } from './event-stream.ts'
import { noEvents } from './no-events.ts'
import type { EventTime } from './number-events.ts'

/**
 * How long the events of a run are held.
 *
 * | | read | held | a slow reader |
 * |---|---|---|---|
 * | `kept` | whenever and by however many | all, until the run is let go | does not matter |
 * | `streamed` | once, while the run goes on | until they are read | holds the run's next calls back |
 * | `none` | never: there are none | nothing | |
 */
export type EventRetention = 'kept' | 'streamed' | 'none'

export function openEvents(retention: EventRetention, time: EventTime): EventOutlet {
  switch (retention) {
    case 'kept':
      return new EventLog(time)
    case 'streamed':
      return new EventStream(time)
    case 'none':
      return noEvents
  }
}
