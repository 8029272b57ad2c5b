import type { NetworkShape } from '../network-shape.ts'
import { normalisationEpsilon } from '../network-shape.ts'
import { weightViews } from '../weight-layout.ts'
import { attendToCaches, emptyCache, remember } from '../kernel/cached-attention.ts'
import type { RowMultiplier, RowProduct } from './row-multiplier.ts'

/** One sequence being decoded. */
export interface Lane {
  length: number
  /** The position of the next token, which is less than the length once positions have restarted. */
  position: number
  /** The newest tokens, newest first: those that the next embedding looks back on. */
  recent: readonly number[]
  /** For each layer, the keys and values of its positions so far. */
  readonly caches: readonly Float32Array[]
}

/** Runs a transformer forward one token at a time, many sequences side by side. */
export interface Decoder {
  open(): Lane
  /** An independent copy of a lane: what was read so far is not computed again. */
  fork(lane: Lane): Lane
  /**
   * Feeds one token to each lane. Returns the logits `[wanted, vocabulary]` of the first `wanted` lanes in a buffer that the
   * next call overwrites; the other lanes only remember the token, which is cheaper.
   */
  advance(lanes: readonly Lane[], tokens: readonly number[], wanted: number): Float32Array
}

interface Layer {
  /** Query, key and value matrices side by side: `[width, 3 × width]`. */
  readonly project: RowProduct
  readonly join: RowProduct
  readonly expand: RowProduct
  readonly contract: RowProduct
}

/**
 * A decoder over a copy of the weights. It computes what the training pass computes, up to rounding; the products come
 * from `multiplier`, everything else is plain arithmetic.
 */
export function createDecoder(shape: NetworkShape, weights: Float32Array, multiplier: RowMultiplier): Decoder {
  const { vocabulary, width, positions, lookback = 0, restart } = shape
  const hidden = width * shape.feedForwardMultiple
  const sizes = { heads: shape.heads, headWidth: width / shape.heads, positions }
  const views = weightViews(shape, weights.slice())
  const matrix = (name: string): Float32Array => views.get(name) ?? new Float32Array(0)
  const embedding = matrix('embedding')
  const output = multiplier.prepare(matrix('output'), width, vocabulary, 'none')
  const layers = Array.from({ length: shape.layers }, (_, index): Layer => {
    const projections = ['query', 'key', 'value'].map((part) => matrix(`layer${index}.${part}`))
    return {
      project: multiplier.prepare(sideBySide(projections, width), width, 3 * width, 'none'),
      join: multiplier.prepare(matrix(`layer${index}.join`), width, width, 'none'),
      expand: multiplier.prepare(matrix(`layer${index}.expand`), width, hidden, 'relu'),
      contract: multiplier.prepare(matrix(`layer${index}.contract`), hidden, width, 'none'),
    }
  })

  let stream = new Float32Array(0)
  let normalised = stream
  const makeRoom = (rows: number): void => {
    if (stream.length >= rows * width) return
    stream = new Float32Array(rows * width)
    normalised = new Float32Array(rows * width)
  }

  const embed = (lanes: readonly Lane[], tokens: readonly number[]): void => {
    lanes.forEach((lane, row) => {
      if (tokens[row] === restart) lane.position = 0
      const positionAt = (vocabulary * (1 + lookback) + lane.position) * width
      stream.set(embedding.subarray(positionAt, positionAt + width), row * width)
      const seen = [tokens[row] as number, ...lane.recent]
      for (let back = 0; back < seen.length; back += 1) {
        const tokenAt = (back * vocabulary + (seen[back] as number)) * width
        for (let c = 0; c < width; c += 1) {
          stream[row * width + c] = (stream[row * width + c] as number) + (embedding[tokenAt + c] as number)
        }
      }
      lane.recent = seen.slice(0, lookback)
    })
  }

  const addToStream = (added: Float32Array, rows: number): void => {
    for (let index = 0; index < rows * width; index += 1) {
      stream[index] = (stream[index] as number) + (added[index] as number)
    }
  }

  const advance = (lanes: readonly Lane[], tokens: readonly number[], wanted: number): Float32Array => {
    makeRoom(lanes.length)
    embed(lanes, tokens)
    layers.forEach((layer, index) => {
      normaliseRows(stream, normalised, lanes.length, width)
      const projected = layer.project(normalised, lanes.length)
      const caches = lanes.map((lane) => lane.caches[index] as Float32Array)
      caches.forEach((cache, row) => remember(cache, (lanes[row] as Lane).length, projected, row * 3 * width, sizes))
      // After the last layer's keys and values, a lane whose logits nobody wants is done.
      const going = index === layers.length - 1 ? lanes.slice(0, wanted) : lanes
      if (going.length === 0) return
      const lengths = going.map((lane) => lane.length + 1)
      const attended = attendToCaches(caches.slice(0, going.length), lengths, projected, sizes)
      addToStream(layer.join(attended, going.length), going.length)
      normaliseRows(stream, normalised, going.length, width)
      const expanded = layer.expand(normalised, going.length)
      addToStream(layer.contract(expanded, going.length), going.length)
    })
    for (const lane of lanes) {
      lane.length += 1
      lane.position += 1
    }
    if (wanted === 0) return new Float32Array(0)
    normaliseRows(stream, normalised, wanted, width)
    return output(normalised, wanted)
  }

  return {
    open: () => ({ length: 0, position: 0, recent: [], caches: layers.map(() => emptyCache(sizes)) }),
    fork: (lane) => ({ ...lane, caches: lane.caches.map((cache) => cache.slice()) }),
    advance,
  }
}

/** Divides each row by its root mean square. */
function normaliseRows(rows: Float32Array, result: Float32Array, count: number, width: number): void {
  for (let row = 0; row < count; row += 1) {
    const start = row * width
    let squares = 0
    for (let c = 0; c < width; c += 1) squares += (rows[start + c] as number) ** 2
    const scale = 1 / Math.sqrt(squares / width + normalisationEpsilon)
    for (let c = 0; c < width; c += 1) result[start + c] = (rows[start + c] as number) * scale
  }
}

/** Joins matrices of equal size column-wise: `[rows, columns]` each become `[rows, n × columns]`. */
function sideBySide(matrices: readonly Float32Array[], columns: number): Float32Array {
  const total = columns * matrices.length
  const rows = (matrices[0]?.length ?? 0) / columns
  const joined = new Float32Array(rows * total)
  matrices.forEach((matrix, part) => {
    for (let row = 0; row < rows; row += 1) {
      joined.set(matrix.subarray(row * columns, (row + 1) * columns), row * total + part * columns)
    }
  })
  return joined
}
