import type { Place } from './intake.ts'

/** Something that came into a run from outside, as a journal keeps it. */
export interface JournalEntry {
  readonly place: Place | TimerPlace
  /** The hash of what was asked; empty for a timer. */
  readonly asked: string
  /** How it ended, as stored JSON. */
  readonly ended: string
}

/** A limit of time that was reached. */
export interface TimerPlace {
  readonly kind: 'timer'
  readonly node: string
}

/** Entries that came in together: a run goes on from all of them before anything else comes in. */
export interface Batch {
  readonly entries: readonly JournalEntry[]
  /** Seconds since the epoch. */
  readonly time: number
  /** Seconds that the run had been worked on. */
  readonly elapsed: number
}

export const placeKey = (place: JournalEntry['place']): string =>
  place.kind === 'request' ? `request ${place.node} ${place.attempt} ${place.turn}` : `${place.kind} ${place.node}`

/** For a person: `the request of main/draft (attempt 1, turn 2)`. */
export const placeText = (place: JournalEntry['place']): string =>
  place.kind === 'request'
    ? `the request of ${place.node} (attempt ${place.attempt}, turn ${place.turn})`
    : `the ${place.kind === 'tool' ? 'tool call' : 'limit of time'} of ${place.node}`
