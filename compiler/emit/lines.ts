/** Statements of TypeScript, one after another; where lines break is the formatter's matter. */
export class Lines {
  readonly #lines: string[] = []

  add(...lines: readonly string[]): void {
    this.#lines.push(...lines)
  }

  get text(): string {
    return this.#lines.join('\n')
  }

  /** How many there are. */
  get count(): number {
    return this.#lines.length
  }

  /** Whether one starts like this. */
  has(start: string): boolean {
    return this.#lines.some((line) => line.startsWith(start))
  }

  /** Takes the last one off where it starts like this; answers with its rest. */
  takeLast(start: string): string | null {
    const line = this.#lines.at(-1)
    if (line?.startsWith(start) !== true) return null
    this.#lines.pop()
    return line.slice(start.length)
  }

  /** Writes the latest that starts like this anew, from its rest; answers whether there is one. */
  rewrite(start: string, written: (rest: string) => string): boolean {
    const position = this.#lines.findLastIndex((line) => line.startsWith(start))
    const line = this.#lines[position]
    if (line === undefined) return false
    this.#lines[position] = written(line.slice(start.length))
    return true
  }
}
