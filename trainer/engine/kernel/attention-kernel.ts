import { attentionBinary } from './attention-binary.ts'

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

/** The part that is used here of what every JavaScript engine has, and the language's own types leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** What `attention.as` exports. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  prepare(heads: number, headWidth: number, scaling: number, keys: number, scratch: number): void
  attend(rows: number, positions: number, batch: number, queries: number, time: number, result: number): void
  attendSlopes(
    rows: number, positions: number, batch: number, queries: number, time: number, resultSlopes: number, slopes: number,
  ): void
}

const numberBytes = 4
const pageBytes = 65_536

/** The kernel reads keys in fours, and their inner products in fours: so many rows, or numbers, may be read beyond the last. */
const readBeyond = 3

let running: Kernel | null = null

/**
 * Multi-head attention (Vaswani et al. 2017) of positions to themselves and those before them in their sequence. `rows`,
 * `[batch × time, 3 × width]`, holds query, key and value of each position side by side; `positions`, `[batch × queries]`, which
 * positions of each sequence ask, and may repeat. The result is `[batch × queries, width]`.
 */
export function attend(rows: Float32Array, positions: Int32Array, sizes: AttentionSizes): Float32Array {
  const { batch, queries, time, heads, headWidth } = sizes
  const { kernel, places, padded } = load(rows, positions, sizes)
  kernel.attend(places.rows, places.positions, batch, queries, time, places.result)
  const length = batch * queries * heads * padded
  return unpad(new Float32Array(kernel.memory.buffer, places.result, length), headWidth, padded)
}

/** The slopes of `rows` from those of the result: zero where nothing was asked. */
export function attendSlopes(
  rows: Float32Array, positions: Int32Array, sizes: AttentionSizes, resultSlopes: Float32Array,
): Float32Array {
  const { batch, queries, time, heads, headWidth } = sizes
  const { kernel, places, padded } = load(rows, positions, sizes)
  const slopes = new Float32Array(kernel.memory.buffer, places.slopes, batch * time * 3 * heads * padded)
  slopes.fill(0)
  place(kernel, places.result, resultSlopes, headWidth, padded)
  kernel.attendSlopes(places.rows, places.positions, batch, queries, time, places.result, places.slopes)
  return unpad(slopes, headWidth, padded)
}

interface Loaded {
  readonly kernel: Kernel
  readonly places: { readonly rows: number; readonly positions: number; readonly result: number; readonly slopes: number }
  /** Numbers per head: a multiple of four. */
  readonly padded: number
}

/** Puts what is read into the kernel's memory, which holds nothing from one call to the next. */
function load(rows: Float32Array, positions: Int32Array, { batch, heads, headWidth, time, queries }: AttentionSizes): Loaded {
  const padded = Math.ceil(headWidth / 4) * 4
  const row = heads * padded
  const counts = {
    scratch: 2 * (time + readBeyond) + readBeyond,
    positions: batch * queries,
    result: batch * queries * row,
    slopes: batch * time * 3 * row,
    rows: (batch * time + readBeyond) * 3 * row,
  }
  const kernel = start()
  let end = kernelMemoryStart
  const reserve = (count: number): number => {
    const at = end
    end += Math.ceil((count * numberBytes) / 16) * 16
    return at
  }
  const scratch = reserve(counts.scratch)
  const places = {
    positions: reserve(counts.positions),
    result: reserve(counts.result),
    slopes: reserve(counts.slopes),
    rows: reserve(counts.rows),
  }
  const missing = end - kernel.memory.buffer.byteLength
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageBytes))
  new Int32Array(kernel.memory.buffer, places.positions, positions.length).set(positions)
  place(kernel, places.rows, rows, headWidth, padded)
  const beyond = readBeyond * 3 * row
  new Float32Array(kernel.memory.buffer, places.rows + batch * time * 3 * row * numberBytes, beyond).fill(0)
  kernel.prepare(heads, padded, 1 / Math.sqrt(headWidth), time, scratch)
  return { kernel, places, padded }
}

/** Below it are the module's own few numbers. */
const kernelMemoryStart = 1024

function start(): Kernel {
  running ??= new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(attentionBinary, 'base64'))).exports as Kernel
  return running
}

/** Copies numbers into memory, each head filled up with zeros to the padded width. */
function place(kernel: Kernel, at: number, values: Float32Array, headWidth: number, padded: number): void {
  const heads = values.length / headWidth
  const target = new Float32Array(kernel.memory.buffer, at, heads * padded)
  if (padded === headWidth) return target.set(values)
  target.fill(0)
  for (let head = 0; head < heads; head += 1) {
    target.set(values.subarray(head * headWidth, (head + 1) * headWidth), head * padded)
  }
}

/** A copy of numbers in memory, without the filling. */
function unpad(source: Float32Array, headWidth: number, padded: number): Float32Array {
  if (padded === headWidth) return source.slice()
  const heads = source.length / padded
  const values = new Float32Array(heads * headWidth)
  for (let head = 0; head < heads; head += 1) {
    values.set(source.subarray(head * padded, head * padded + headWidth), head * headWidth)
  }
  return values
}
