import { attentionBinary } from './attention-binary.ts'

/** The part that is used here of what every JavaScript engine has, and the language's own types leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** What `attention.as` exports. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  prepare(heads: number, headWidth: number, parts: number, scaling: number, keys: number, scratch: number): void
  attend(rows: number, positions: number, batch: number, queries: number, time: number, result: number): void
  attendOnce(query: number, rows: number, count: number, result: number): void
  attendSlopes(
    rows: number, positions: number, batch: number, queries: number, time: number, resultSlopes: number, slopes: number,
  ): void
}

export const numberBytes = 4
const pageBytes = 65_536
const vectorBytes = 16

/** Below it are the module's own few numbers. */
const memoryStart = 1024

/** The kernel reads keys in fours, and their inner products in fours: so many rows, or numbers, may be read beyond the last. */
export const readBeyond = 3

let running: Kernel | null = null

/** The kernel, started once a thread. Its memory holds nothing from one call to the next. */
export function runningKernel(): Kernel {
  running ??= new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(attentionBinary, 'base64'))).exports as Kernel
  return running
}

/** Places in memory for so many numbers each, from its start on. Views of the memory made before are void. */
export function reserve(kernel: Kernel, counts: readonly number[]): readonly number[] {
  let end = memoryStart
  const places = counts.map((count) => {
    const at = end
    end += Math.ceil((count * numberBytes) / vectorBytes) * vectorBytes
    return at
  })
  const missing = end - kernel.memory.buffer.byteLength
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageBytes))
  return places
}

/** Numbers per head in memory: a multiple of four. */
export const padded = (headWidth: number): number => Math.ceil(headWidth / 4) * 4

/** Copies heads to where each is filled up with zeros. */
export function padHeads(values: Float32Array, headWidth: number, target: Float32Array): void {
  const filled = padded(headWidth)
  if (filled === headWidth) return target.set(values)
  target.fill(0)
  for (let from = 0, to = 0; from < values.length; from += headWidth, to += filled) {
    target.set(values.subarray(from, from + headWidth), to)
  }
}

/** A copy of heads without what fills them up. */
export function unpadHeads(source: Float32Array, headWidth: number): Float32Array {
  const filled = padded(headWidth)
  if (filled === headWidth) return source.slice()
  const values = new Float32Array((source.length / filled) * headWidth)
  for (let from = 0, to = 0; from < source.length; from += filled, to += headWidth) {
    values.set(source.subarray(from, from + headWidth), to)
  }
  return values
}
