interface Entry {
  readonly time: number
  amount: number
  /** Whether it still counts. */
  recent: boolean
}

/** What was spent within the last minute, against a limit. Times are in seconds. */
export class MinuteWindow {
  readonly #limit: number
  readonly #entries: Entry[] = []
  #spent = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * Seconds until so much more may be spent: 0 where it may be now. What is larger than the limit itself may be spent once
   * nothing else stands in the minute: it waits, but not for ever.
   */
  wait(amount: number, now: number): number {
    this.#forget(now)
    let excess = this.#spent + Math.min(amount, this.#limit) - this.#limit
    if (excess <= 0) return 0
    for (const entry of this.#entries) {
      excess -= entry.amount
      if (excess <= 0) return entry.time + MINUTE - now
    }
    return 0
  }

  /** Spends; the returned function corrects the amount once it is known. */
  spend(amount: number, now: number): (actual: number) => void {
    const entry = { time: now, amount, recent: true }
    this.#entries.push(entry)
    this.#spent += amount
    return (actual) => {
      if (entry.recent) this.#spent += actual - entry.amount
      entry.amount = actual
    }
  }

  #forget(now: number): void {
    const kept = this.#entries.findIndex((entry) => entry.time + MINUTE > now)
    for (const entry of this.#entries.splice(0, kept < 0 ? this.#entries.length : kept)) {
      entry.recent = false
      this.#spent -= entry.amount
    }
  }
}

const MINUTE = 60
