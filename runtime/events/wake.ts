/** Wakes all who wait for the next change. Most changes find nobody waiting: they cost no promise. */
export class Wake {
  #next: PromiseWithResolvers<undefined> | null = null

  wait(): Promise<undefined> {
    this.#next ??= Promise.withResolvers()
    return this.#next.promise
  }

  all(): void {
    this.#next?.resolve(undefined)
    this.#next = null
  }
}
