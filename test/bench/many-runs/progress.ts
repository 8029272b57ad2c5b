/** How far runs with the same number of steps are apart while they go on. */
export class Progress {
  readonly #steps: Uint32Array
  /** How many runs have made so many steps. */
  readonly #runsAt: Uint32Array
  readonly #last: number
  #ahead = 0

  constructor(runs: number, steps: number) {
    this.#steps = new Uint32Array(runs)
    this.#runsAt = new Uint32Array(steps + 1)
    this.#runsAt[0] = runs
    this.#last = steps
  }

  /** A run makes its next step. */
  step(run: number): void {
    const before = this.#steps[run] ?? 0
    const after = before + 1
    if (after > this.#last) throw new RangeError(`run ${run} makes more than ${this.#last} steps`)
    this.#steps[run] = after
    this.#runsAt[before] = (this.#runsAt[before] ?? 0) - 1
    this.#runsAt[after] = (this.#runsAt[after] ?? 0) + 1
    this.#ahead = Math.max(this.#ahead, after - this.#runsAt.findIndex((runs) => runs > 0))
  }

  /** By how many steps a run was ahead of another one, at most. */
  get ahead(): number {
    return this.#ahead
  }
}
