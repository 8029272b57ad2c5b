/**
 * So many may work at the same time; the rest wait. Those who ask for the same party wait in the order they came, and
 * parties take turns: one that has much waiting holds no other up by more than one turn.
 */
export class Permits {
  #free: number
  /** The party whose turn is next comes first; none is empty. */
  readonly #waiting = new Map<symbol, Set<() => void>>()

  constructor(count: number) {
    this.#free = count
  }

  /** Takes a permit where one is free: then nobody waits. */
  take(): boolean {
    if (this.#free === 0) return false
    this.#free -= 1
    return true
  }

  /** Resolves with true once there is a permit, with false where the signal was aborted before. */
  acquire(signal: AbortSignal, party: symbol = everyone): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false)
    if (this.take()) return Promise.resolve(true)
    return new Promise((resolve) => {
      const grant = (): void => {
        signal.removeEventListener('abort', withdraw)
        resolve(true)
      }
      const withdraw = (): void => {
        this.#leave(party, grant)
        resolve(false)
      }
      const waiting = this.#waiting.get(party) ?? new Set()
      this.#waiting.set(party, waiting.add(grant))
      signal.addEventListener('abort', withdraw, { once: true })
    })
  }

  release(): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#free += 1
      return
    }
    const [party, waiting] = next
    const [grant] = waiting
    this.#waiting.delete(party)
    this.#waiting.set(party, waiting)
    if (grant === undefined) throw new Error('a party that waits for nothing')
    this.#leave(party, grant)
    grant()
  }

  #leave(party: symbol, grant: () => void): void {
    const waiting = this.#waiting.get(party)
    waiting?.delete(grant)
    if (waiting?.size === 0) this.#waiting.delete(party)
  }
}

const everyone = Symbol('everyone')
