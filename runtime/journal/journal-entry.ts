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

export function placeKey(place: JournalEntry['place']): string {
  const { attempt, turn } = placeNumbers(place)
  return `${place.kind} ${place.node} ${attempt} ${turn}`
}

/** What tells apart the places of one kind at a node: the attempt and turn of a request, the round of a tool call as `attempt`. */
export function placeNumbers(place: JournalEntry['place']): { readonly attempt: number; readonly turn: number } {
  switch (place.kind) {
    case 'request':
      return place
    case 'tool':
    case 'answer':
    case 'begun':
      return { attempt: place.round, turn: 0 }
    case 'timer':
      return { attempt: 0, turn: 0 }
  }
}

/** For a person: `the request of main/draft (attempt 1, turn 2)`. */
export function placeText(place: JournalEntry['place']): string {
  switch (place.kind) {
    case 'request':
      return `the request of ${place.node} (attempt ${place.attempt}, turn ${place.turn})`
    case 'tool':
      return `the tool call of ${place.node}`
    case 'answer':
      return `the answer to ${place.node}`
    case 'begun':
      return `the beginning of the approved tool call of ${place.node}`
    case 'timer':
      return `the limit of time of ${place.node}`
  }
}
