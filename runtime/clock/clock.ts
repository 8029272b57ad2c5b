/** Time, injected so that tests need none. */
export interface Clock {
  /** Seconds since the epoch; never runs backwards. */
  now(): number
  /** Calls back after so many seconds; the returned function calls it off. */
  after(seconds: number, callback: () => void): () => void
}
