import type { RunEvent, RunEventContent } from './run-event.ts'

/** When an event happens: seconds since the epoch, and whether it repeats what a journal holds. */
export interface EventTime {
  now(): number
  isReplaying?(): boolean
}

/** Gives events their number, counted from 1, and their time. */
export function numberEvents(time: EventTime): (content: RunEventContent) => RunEvent {
  let sequence = 0
  return (content) => {
    const replayed = time.isReplaying?.() === true ? { replayed: true as const } : {}
    sequence += 1
    return { sequence, time: time.now(), ...replayed, ...content }
  }
}
