/** So many may work at the same time; the rest wait in the order they came. */
export class Permits {
  #free: number
  readonly #waiting = new Set<() => void>()

  constructor(count: number) {
    this.#free = count
  }

  /** Resolves with true once there is a permit, with false where the signal was aborted before. */
  acquire(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false)
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const grant = (): void => {
        signal.removeEventListener('abort', withdraw)
        resolve(true)
      }
      const withdraw = (): void => {
        this.#waiting.delete(grant)
        resolve(false)
      }
      this.#waiting.add(grant)
      signal.addEventListener('abort', withdraw, { once: true })
    })
  }

  release(): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#free += 1
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
