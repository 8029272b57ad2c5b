import type { Clock } from '../clock/clock.ts'

/** Where in a run something comes in from outside: by its node instance, and for a request its attempt and turn. */
export type Place =
  | { readonly kind: 'request'; readonly node: string; readonly attempt: number; readonly turn: number }
  /** A call of a tool; `round` counts how often it was let go on by a person. */
  | { readonly kind: 'tool'; readonly node: string; readonly round: number }
  /** What a person says to a call that was suspended in that round. */
  | { readonly kind: 'answer'; readonly node: string; readonly round: number }
  /** A call that a person let go on begins: whoever finds no end of it knows that it may have acted. */
  | { readonly kind: 'begun'; readonly node: string; readonly round: number }

/** What leaves the run: a call of a model, its retries included, or of a tool, a question to a person. Each has a place of its own. */
export interface OutsideCall<Ended> {
  readonly place: Place
  /** Aborted where the run no longer wants what comes of it. */
  readonly signal: AbortSignal
  /** All that decides what comes of it, as JSON. */
  readonly asked: unknown
  /** Makes the call. It rejects for nothing but a bug. */
  make(): Promise<Ended>
  /** What a journal keeps of how it ended, as JSON. */
  keep(ended: Ended): unknown
  /** Reads what `keep` gave; `null` for anything else. */
  read(kept: unknown): Ended | null
}

/**
 * The one way by which a run learns anything from outside: how calls ended, and which limits of time were reached. All else in
 * a run follows from that, so that the same things coming in, in the same order, make the same run.
 */
export interface Intake {
  take<Ended>(call: OutsideCall<Ended>): Promise<Ended>
  /** Calls back after so many seconds; `name` is unique in the run. The returned function calls it off. */
  after(name: string, seconds: number, callback: () => void): () => void
  /** Seconds since the epoch; never runs backwards. */
  now(): number
  /** Seconds that the run was worked on. */
  elapsed(): number
  /** Seconds of those that this process worked on it, what it repeated left out. */
  elapsedHere(): number
  /** Whether the run repeats what a journal holds. */
  isReplaying(): boolean
  /** Whether something has come in that has not taken effect yet. */
  isPending(): boolean
  /** From now on nothing that comes in is kept: the run is being ended from outside. */
  detach(): void
}

/** Calls are made when they are asked for, and nothing is kept. */
export function directIntake(clock: Clock): Intake {
  const started = clock.now()
  return {
    take: (call) => call.make(),
    after: (_, seconds, callback) => clock.after(seconds, callback),
    now: () => clock.now(),
    elapsed: () => clock.now() - started,
    elapsedHere: () => clock.now() - started,
    isReplaying: () => false,
    isPending: () => false,
    detach: () => undefined,
  }
}
