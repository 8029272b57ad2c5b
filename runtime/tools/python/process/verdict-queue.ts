/** Things that happen, each taken once, in order; one that takes may wait. Beyond a few untaken ones, further ones are lost. */
export class VerdictQueue<Verdict> {
  readonly #untaken: Verdict[] = []
  #waiting: ((verdict: Verdict) => void) | null = null

  put(verdict: Verdict): void {
    if (this.#waiting !== null) this.#waiting(verdict)
    else if (this.#untaken.length < 4) this.#untaken.push(verdict)
    this.#waiting = null
  }

  async take(): Promise<Verdict> {
    return this.#untaken.shift() ?? (await new Promise<Verdict>((resolve) => (this.#waiting = resolve)))
  }
}
