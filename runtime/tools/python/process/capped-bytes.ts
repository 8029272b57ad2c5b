/** Collects the first bytes of a stream, however much comes. */
export class CappedBytes {
  readonly #limit: number
  readonly #chunks: Buffer[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Keeps what there is room for. */
  add(chunk: Buffer): void {
    const room = this.#limit - this.#size
    if (room > 0) this.#chunks.push(chunk.subarray(0, room))
    this.#size += chunk.length
  }

  /** Whether more came than was kept. */
  get isTooMuch(): boolean {
    return this.#size > this.#limit
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}
