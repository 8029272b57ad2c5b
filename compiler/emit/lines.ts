/** Lines of code, indented. */
export class Lines {
  readonly #lines: string[] = []
  #depth = 0

  add(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(`${'  '.repeat(this.#depth)}${line.replaceAll('\n', `\n${'  '.repeat(this.#depth)}`)}`)
  }

  /** Adds lines one level further in; a line break in one of them is one between two lines. */
  inside(body: () => void): void {
    this.#depth += 1
    body()
    this.#depth -= 1
  }

  get text(): string {
    return this.#lines.join('\n')
  }

  /** How far in the next line stands. */
  get depth(): number {
    return this.#depth
  }

  /** Takes the last line off where it starts like this; answers with its rest. */
  takeLast(start: string): string | null {
    const line = this.#lines.at(-1)?.trimStart()
    if (line?.startsWith(start) !== true) return null
    this.#lines.pop()
    return line.slice(start.length)
  }

  /** Puts another start into the only line that starts like this. */
  restart(start: string, other: string): boolean {
    const position = this.#lines.findLastIndex((line) => line.trimStart().startsWith(start))
    const line = this.#lines[position]
    if (line === undefined) return false
    this.#lines[position] = line.replace(start, () => other)
    return true
  }

  dropLast(): void {
    this.#lines.pop()
  }

  /** How many there are. */
  get count(): number {
    return this.#lines.length
  }
}

/** The text one level further in, its first line aside. */
export const indented = (text: string): string => text.replaceAll('\n', '\n  ')
