/** The numbers that say how a decoder's vectors are cut into heads. */
export interface HeadSizes {
  readonly heads: number
  readonly headWidth: number
}

/** The queries, keys and values of one position and those before it, inside larger buffers. */
export interface CachedAttention {
  /** The query of all heads side by side starts at `queryAt`. */
  readonly queries: Float32Array
  readonly queryAt: number
  /** One row of `heads × headWidth` numbers per position, from `cacheAt` on. */
  readonly keys: Float32Array
  readonly values: Float32Array
  readonly cacheAt: number
  /** How many positions there are, the query's own included. */
  readonly length: number
}

/**
 * Causal attention of one position to itself and all before it. Writes the heads' results side by side to
 * `result[resultAt…]`. `scores` is scratch of at least `length` numbers.
 */
export function attendToCache(
  attention: CachedAttention,
  { heads, headWidth }: HeadSizes,
  scores: Float64Array,
  result: Float32Array,
  resultAt: number,
): void {
  const { queries, queryAt, keys, values, cacheAt, length } = attention
  const stride = heads * headWidth
  const scale = 1 / Math.sqrt(headWidth)
  for (let head = 0; head < heads; head += 1) {
    const headAt = head * headWidth
    let highest = -Infinity
    for (let position = 0; position < length; position += 1) {
      const score = scale * innerProduct(queries, queryAt + headAt, keys, cacheAt + headAt + position * stride, headWidth)
      scores[position] = score
      if (score > highest) highest = score
    }
    let total = 0
    for (let position = 0; position < length; position += 1) {
      const weight = Math.exp((scores[position] as number) - highest)
      scores[position] = weight
      total += weight
    }
    for (let position = 0; position < length; position += 1) scores[position] = (scores[position] as number) / total
    weightedSum(scores, length, values, cacheAt + headAt, stride, result, resultAt + headAt, headWidth)
  }
}

/** Four sums side by side: a single one would wait for each addition to finish. */
function innerProduct(left: Float32Array, leftAt: number, right: Float32Array, rightAt: number, size: number): number {
  let sum0 = 0
  let sum1 = 0
  let sum2 = 0
  let sum3 = 0
  let c = 0
  for (; c + 4 <= size; c += 4) {
    const l = leftAt + c
    const r = rightAt + c
    sum0 += (left[l] as number) * (right[r] as number)
    sum1 += (left[l + 1] as number) * (right[r + 1] as number)
    sum2 += (left[l + 2] as number) * (right[r + 2] as number)
    sum3 += (left[l + 3] as number) * (right[r + 3] as number)
  }
  for (; c < size; c += 1) sum0 += (left[leftAt + c] as number) * (right[rightAt + c] as number)
  return sum0 + sum1 + (sum2 + sum3)
}

/** The weighted sum of `count` rows of `size` numbers, `stride` apart: four columns side by side. */
function weightedSum(
  weights: Float64Array,
  count: number,
  source: Float32Array,
  sourceAt: number,
  stride: number,
  target: Float32Array,
  targetAt: number,
  size: number,
): void {
  let c = 0
  for (; c + 4 <= size; c += 4) {
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let index = 0, at = sourceAt + c; index < count; index += 1, at += stride) {
      const weight = weights[index] as number
      sum0 += weight * (source[at] as number)
      sum1 += weight * (source[at + 1] as number)
      sum2 += weight * (source[at + 2] as number)
      sum3 += weight * (source[at + 3] as number)
    }
    target[targetAt + c] = sum0
    target[targetAt + c + 1] = sum1
    target[targetAt + c + 2] = sum2
    target[targetAt + c + 3] = sum3
  }
  for (; c < size; c += 1) {
    let sum = 0
    for (let index = 0; index < count; index += 1) {
      sum += (weights[index] as number) * (source[sourceAt + index * stride + c] as number)
    }
    target[targetAt + c] = sum
  }
}
