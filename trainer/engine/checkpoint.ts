import { crc32 } from 'node:zlib'
import type { NetworkShape } from './network-shape.ts'
import { shapeProblems } from './network-shape.ts'
import type { OptimizerState } from './optimizer.ts'
import { initialOptimizerState } from './optimizer.ts'
import type { NetworkState } from './policy-network.ts'
import { parameterCount } from './weight-layout.ts'

/** Every checkpoint begins with these bytes. */
const signature = 'MASCKPT1'

/** Signature, length of the header, checksum. */
const fixedPart = signature.length + 8

/** What stands before the numbers, as JSON. */
interface CheckpointHeader {
  readonly shape: NetworkShape
  readonly version: number
  /** Optimizer steps; `null` where the optimizer's state was left out. */
  readonly optimizerSteps: number | null
}

/** A checkpoint read back, or what is wrong with it. */
export type CheckpointResult =
  | { readonly kind: 'read'; readonly state: NetworkState }
  | { readonly kind: 'invalid'; readonly message: string }

/**
 * A state as bytes: signature, length of the header, CRC-32 of all that follows (both unsigned 32-bit), header as JSON,
 * float32 numbers: weights, and with the optimizer the running means of gradients and of their squares. Everything is
 * little-endian. Reading it back gives the same state bit for bit; without the optimizer, a fresh one.
 */
export function writeCheckpoint(state: NetworkState, options: { readonly optimizer?: boolean } = {}): Uint8Array {
  const { shape, version, weights, optimizer } = state
  const withOptimizer = options.optimizer ?? true
  const numbers = floatBytes(withOptimizer ? [weights, optimizer.mean, optimizer.square] : [weights])
  const header: CheckpointHeader = { shape, version, optimizerSteps: withOptimizer ? optimizer.steps : null }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(fixedPart + text.length + numbers.length)
  bytes.set(new TextEncoder().encode(signature))
  bytes.set(text, fixedPart)
  bytes.set(numbers, fixedPart + text.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(signature.length, text.length, true)
  view.setUint32(signature.length + 4, crc32(bytes.subarray(fixedPart)), true)
  return bytes
}

/** Reads what `writeCheckpoint` wrote. Everything is checked: a file that was cut or changed is an invalid one. */
export function readCheckpoint(bytes: Uint8Array): CheckpointResult {
  if (bytes.length < fixedPart || new TextDecoder().decode(bytes.subarray(0, signature.length)) !== signature) {
    return invalid('it does not begin like a checkpoint of this version')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = view.getUint32(signature.length, true)
  if (bytes.length < fixedPart + headerLength) return invalid('it ends inside its header')
  const header = readHeader(new TextDecoder().decode(bytes.subarray(fixedPart, fixedPart + headerLength)))
  if (typeof header === 'string') return invalid(header)

  const numbers = bytes.subarray(fixedPart + headerLength)
  const size = parameterCount(header.shape)
  const vectors = header.optimizerSteps === null ? 1 : 3
  const expected = size * vectors * Float32Array.BYTES_PER_ELEMENT
  if (numbers.length !== expected) {
    return invalid(`its numbers take ${numbers.length} bytes where its shape needs ${expected}`)
  }
  if (crc32(bytes.subarray(fixedPart)) !== view.getUint32(signature.length + 4, true)) {
    return invalid('it does not match its checksum')
  }

  const values = readFloats(numbers)
  if (!values.every((value) => Number.isFinite(value))) return invalid('it holds values that are not numbers')
  const weights = values.slice(0, size)
  const optimizer: OptimizerState =
    header.optimizerSteps === null
      ? initialOptimizerState(size)
      : { steps: header.optimizerSteps, mean: values.slice(size, 2 * size), square: values.slice(2 * size) }
  return { kind: 'read', state: { shape: header.shape, version: header.version, weights, optimizer } }
}

function invalid(reason: string): CheckpointResult {
  return { kind: 'invalid', message: `This checkpoint cannot be used: ${reason}` }
}

/** The header, or what is wrong with it. */
function readHeader(text: string): CheckpointHeader | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'its header is not JSON'
  }
  if (!isRecord(parsed) || !isRecord(parsed['shape'])) return 'its header has no shape'
  const { version, optimizerSteps } = parsed
  const { vocabulary, width, layers, heads, positions, feedForwardMultiple, lookback, restart } = parsed['shape']
  // The casts are checked right below: shapeProblems accepts nothing but whole numbers.
  const sizes = { vocabulary, width, layers, heads, positions, feedForwardMultiple }
  const options = { ...(lookback === undefined ? {} : { lookback }), ...(restart === undefined ? {} : { restart }) }
  const shape = { ...sizes, ...options } as NetworkShape
  const [problem] = shapeProblems(shape)
  if (problem !== undefined) return `of its shape: ${problem}`
  if (!isCount(version)) return 'its version is not a count'
  if (optimizerSteps !== null && !isCount(optimizerSteps)) return 'its optimizer steps are not a count'
  return { shape, version, optimizerSteps }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function floatBytes(vectors: readonly Float32Array[]): Uint8Array {
  const count = vectors.reduce((total, vector) => total + vector.length, 0)
  const bytes = new Uint8Array(count * Float32Array.BYTES_PER_ELEMENT)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const vector of vectors) {
    for (const value of vector) {
      view.setFloat32(at, value, true)
      at += Float32Array.BYTES_PER_ELEMENT
    }
  }
  return bytes
}

function readFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = bytes.byteLength / Float32Array.BYTES_PER_ELEMENT
  return Float32Array.from({ length: count }, (_, index) => view.getFloat32(index * Float32Array.BYTES_PER_ELEMENT, true))
}
