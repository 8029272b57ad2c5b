/** A value of a GGUF file's metadata. */
export type MetadataValue =
  | { readonly kind: 'unsigned'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'floats' | 'integers'; readonly values: readonly number[] }
  | { readonly kind: 'strings'; readonly values: readonly string[] }

/** Rows of numbers; `shape` begins with the length of a row. */
export interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** Numbers of the types in the format's specification (ggml, docs/gguf.md). */
const types = { unsigned: 4, integer: 5, float: 6, string: 8, array: 9 }
const version = 3
const alignment = 32
const float32 = 0

/** A GGUF file: a header, metadata, where each tensor stands, and the tensors, each at a multiple of 32 bytes. */
export function writeGguf(metadata: ReadonlyMap<string, MetadataValue>, tensors: readonly Tensor[]): Buffer {
  let offset = 0
  const infos = tensors.flatMap(({ name, shape, values }) => {
    const info = [string(name), u32(shape.length), ...shape.map(u64), u32(float32), u64(offset)]
    offset = aligned(offset + values.byteLength)
    return info
  })
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensors.length),
    u64(metadata.size),
    ...[...metadata].flatMap(([key, value]) => [string(key), ...written(value)]),
    ...infos,
  ])
  const data = tensors.map(({ values }) => padded(Buffer.from(values.buffer, values.byteOffset, values.byteLength)))
  return Buffer.concat([padded(head), ...data])
}

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes], aligned(bytes.length))

function written(value: MetadataValue): readonly Buffer[] {
  switch (value.kind) {
    case 'unsigned':
      return [u32(types.unsigned), u32(value.value)]
    case 'float':
      return [u32(types.float), f32(value.value)]
    case 'string':
      return [u32(types.string), string(value.value)]
    case 'floats':
      return [u32(types.array), u32(types.float), u64(value.values.length), ...value.values.map(f32)]
    case 'integers':
      return [u32(types.array), u32(types.integer), u64(value.values.length), ...value.values.map(u32)]
    case 'strings':
      return [u32(types.array), u32(types.string), u64(value.values.length), ...value.values.map(string)]
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([u64(bytes.length), bytes])
}
