import { numberBytes, padHeads, padded, readBeyond, reserve, runningKernel, unpadHeads } from './kernel-memory.ts'
import type { Kernel } from './kernel-memory.ts'

/** How matrices of one row per position are cut into sequences and heads. */
export interface AttentionSizes {
  readonly batch: number
  readonly heads: number
  readonly headWidth: number
  /** Positions per sequence. */
  readonly time: number
  /** Positions per sequence that ask. */
  readonly queries: number
}

/**
 * Multi-head attention (Vaswani et al. 2017) of positions to themselves and those before them in their sequence. `rows`,
 * `[batch × time, 3 × width]`, holds query, key and value of each position side by side; `positions`, `[batch × queries]`, which
 * positions of each sequence ask, and may repeat. The result is `[batch × queries, width]`.
 */
export function attend(rows: Float32Array, positions: Int32Array, sizes: AttentionSizes): Float32Array {
  const { batch, queries, time, heads, headWidth } = sizes
  const { kernel, places } = load(rows, positions, sizes)
  kernel.attend(places.rows, places.positions, batch, queries, time, places.result)
  const result = new Float32Array(kernel.memory.buffer, places.result, batch * queries * heads * padded(headWidth))
  return unpadHeads(result, headWidth)
}

/** The slopes of `rows` from those of the result: zero where nothing was asked. */
export function attendSlopes(
  rows: Float32Array, positions: Int32Array, sizes: AttentionSizes, resultSlopes: Float32Array,
): Float32Array {
  const { batch, queries, time, heads, headWidth } = sizes
  const { kernel, places } = load(rows, positions, sizes)
  const width = heads * padded(headWidth)
  const slopes = new Float32Array(kernel.memory.buffer, places.slopes, batch * time * 3 * width)
  slopes.fill(0)
  padHeads(resultSlopes, headWidth, new Float32Array(kernel.memory.buffer, places.result, batch * queries * width))
  kernel.attendSlopes(places.rows, places.positions, batch, queries, time, places.result, places.slopes)
  return unpadHeads(slopes, headWidth)
}

interface Loaded {
  readonly kernel: Kernel
  readonly places: { readonly rows: number; readonly positions: number; readonly result: number; readonly slopes: number }
}

/** Puts what is read into the kernel's memory. */
function load(rows: Float32Array, positions: Int32Array, { batch, heads, headWidth, time, queries }: AttentionSizes): Loaded {
  const kernel = runningKernel()
  const row = 3 * heads * padded(headWidth)
  const [scratch = 0, positionsAt = 0, result = 0, slopes = 0, rowsAt = 0] = reserve(kernel, [
    2 * (time + readBeyond) + readBeyond,
    batch * queries,
    (batch * queries * row) / 3,
    batch * time * row,
    (batch * time + readBeyond) * row,
  ])
  const { buffer } = kernel.memory
  new Int32Array(buffer, positionsAt, positions.length).set(positions)
  padHeads(rows, headWidth, new Float32Array(buffer, rowsAt, batch * time * row))
  new Float32Array(buffer, rowsAt + batch * time * row * numberBytes, readBeyond * row).fill(0)
  kernel.prepare(heads, padded(headWidth), 3, 1 / Math.sqrt(headWidth), time, scratch)
  return { kernel, places: { positions: positionsAt, result, slopes, rows: rowsAt } }
}
