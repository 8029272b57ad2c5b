import type { Permits } from './permits.ts'

/** At most one permit at a time, given back by whoever comes first of those who may. */
export class HeldPermit {
  readonly #permits: Permits
  #isHeld = false

  constructor(permits: Permits) {
    this.#permits = permits
  }

  /** Takes a permit where one is free: then nobody waits. */
  take(): boolean {
    this.#isHeld = this.#permits.take()
    return this.#isHeld
  }

  /** Resolves with true once there is a permit, with false where the signal was aborted before. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    this.#isHeld = await this.#permits.acquire(signal)
    return this.#isHeld
  }

  /** Gives the permit back, where one is held. */
  release(): void {
    if (this.#isHeld) this.#permits.release()
    this.#isHeld = false
  }
}
