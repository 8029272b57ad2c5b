import { numberBytes, padHeads, padded, readBeyond, reserve, runningKernel, unpadHeads } from './kernel-memory.ts'

/** The sizes of a decoder's attention. */
export interface CacheSizes {
  readonly heads: number
  readonly headWidth: number
  /** Most positions of a sequence. */
  readonly positions: number
}

/** What a sequence remembers in one layer: a key and a value for each position, side by side, each head filled up to fours. */
export function emptyCache({ heads, headWidth, positions }: CacheSizes): Float32Array {
  return new Float32Array((positions + readBeyond) * 2 * heads * padded(headWidth))
}

/** Writes the key and the value of a position, which stand behind its query from `projectedAt` on. */
export function remember(
  cache: Float32Array, position: number, projected: Float32Array, projectedAt: number, { heads, headWidth }: CacheSizes,
): void {
  const filled = padded(headWidth)
  let from = projectedAt + heads * headWidth
  let to = position * 2 * heads * filled
  for (let head = 0; head < 2 * heads; head += 1, from += headWidth, to += filled) {
    for (let c = 0; c < headWidth; c += 1) cache[to + c] = projected[from + c] as number
  }
}

/**
 * Attention of one position of each sequence to itself and those before it. `projected` holds a row of query, key and value for
 * each; `lengths`, how many positions there are, its own included. The result is one row for each sequence.
 */
export function attendToCaches(
  caches: readonly Float32Array[], lengths: readonly number[], projected: Float32Array, sizes: CacheSizes,
): Float32Array {
  const { heads, headWidth, positions } = sizes
  const count = caches.length
  const row = heads * padded(headWidth)
  const kernel = runningKernel()
  const [scratch = 0, query = 0, result = 0, cache = 0] = reserve(kernel, [
    2 * (positions + readBeyond) + readBeyond,
    count * 3 * row,
    count * row,
    (positions + readBeyond) * 2 * row,
  ])
  padHeads(projected.subarray(0, count * 3 * heads * headWidth), headWidth, new Float32Array(kernel.memory.buffer, query, count * 3 * row))
  kernel.prepare(heads, padded(headWidth), 2, 1 / Math.sqrt(headWidth), positions, scratch)
  const loaded = new Float32Array(kernel.memory.buffer, cache, (positions + readBeyond) * 2 * row)
  for (let index = 0; index < count; index += 1) {
    loaded.set((caches[index] as Float32Array).subarray(0, (lengths[index] as number) * 2 * row))
    kernel.attendOnce(query + index * 3 * row * numberBytes, cache, lengths[index] as number, result + index * row * numberBytes)
  }
  return unpadHeads(new Float32Array(kernel.memory.buffer, result, count * row), headWidth)
}
