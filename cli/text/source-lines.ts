/** A place in a text: lines and columns from 1, the offset from 0, in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A text cut into lines, to say where an offset stands. Line breaks are `\n`, `\r\n` and `\r`. */
export class SourceLines {
  readonly #text: string
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.#text = text
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)]
  }

  get count(): number {
    return this.#starts.length
  }

  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position {
    const within = Math.min(Math.max(0, offset), this.#text.length)
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.startOf(middle + 1) <= within) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: within - this.startOf(low + 1) + 1, offset: within }
  }

  /** The text of a line, counted from 1, without its line break. */
  lineText(line: number): string {
    return this.#text.slice(this.startOf(line), this.#starts[line] ?? this.#text.length).replace(/[\r\n]+$/, '')
  }

  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length
  }
}
