// Causal multi-head attention and its slopes, in AssemblyScript; `npm run build:kernel` compiles it into attention-binary.ts.
//
// Addresses are bytes. A row holds the query, key and value of one position side by side, each `heads × headWidth` numbers of
// four bytes, with headWidth a multiple of 4. Keys are read four at a time: memory goes on for three rows after the last one.

/** Where everything stands; see attention-kernel.ts. */
let rowBytes: i32
let keyAt: i32
let valueAt: i32
let headBytes: i32
let scale: f32
/** One number for each key, for three more, and the same again. */
let weights: i32
let weightSlopes: i32

/** `parts`: 3 for rows with queries, 2 for rows of keys and values alone. */
export function prepare(heads: i32, headWidth: i32, parts: i32, scaling: f32, keys: i32, scratch: i32): void {
  headBytes = headWidth << 2
  keyAt = heads * headBytes
  valueAt = 2 * keyAt
  rowBytes = parts * keyAt
  scale = scaling
  weights = scratch
  weightSlopes = scratch + ((keys + 3) << 2)
}

/** For each query, given by its position in its sequence: the values up to there, weighted by a softmax of scaled scores. */
export function attend(rows: i32, positions: i32, batch: i32, queries: i32, time: i32, result: i32): void {
  for (let sequence = 0; sequence < batch; sequence += 1) {
    const first = rows + sequence * time * rowBytes
    for (let query = 0; query < queries; query += 1) {
      const position = load<i32>(positions)
      positions += 4
      for (let head = 0; head < keyAt; head += headBytes) {
        weigh(first + position * rowBytes + head, first + keyAt + head, position + 1)
        weightedSum(weights, first + valueAt + head, position + 1, result + head, false)
      }
      result += keyAt
    }
  }
}

/** The same for one query, over `count` rows of a key and a value each. */
export function attendOnce(query: i32, rows: i32, count: i32, result: i32): void {
  for (let head = 0; head < keyAt; head += headBytes) {
    weigh(query + head, rows + head, count)
    weightedSum(weights, rows + keyAt + head, count, result + head, false)
  }
}

/** Adds the slopes of the rows, which must be 0 at first or hold what they are added to, from those of the result. */
export function attendSlopes(
  rows: i32, positions: i32, batch: i32, queries: i32, time: i32, resultSlopes: i32, slopes: i32,
): void {
  for (let sequence = 0; sequence < batch; sequence += 1) {
    const offset = sequence * time * rowBytes
    for (let query = 0; query < queries; query += 1) {
      const position = load<i32>(positions)
      positions += 4
      for (let head = 0; head < keyAt; head += headBytes) {
        headSlopes(rows + offset + head, position, resultSlopes + head, slopes + offset + head)
      }
      resultSlopes += keyAt
    }
  }
}

function headSlopes(first: i32, position: i32, resultSlope: i32, slopes: i32): void {
  const count = position + 1
  const queryAt = position * rowBytes
  weigh(first + queryAt, first + keyAt, count)
  innerProducts(resultSlope, first + valueAt, count, weightSlopes, 1)
  let along = f32x4.splat(0)
  const end = count << 2
  for (let at = 0; at < end; at += 16) {
    along = f32x4.add(along, f32x4.mul(v128.load(weights + at), v128.load(weightSlopes + at)))
  }
  const mean = f32x4.splat(total(along))
  const scaling = f32x4.splat(scale)
  for (let at = 0; at < end; at += 16) {
    const weight = f32x4.mul(v128.load(weights + at), scaling)
    v128.store(weightSlopes + at, f32x4.mul(weight, f32x4.sub(v128.load(weightSlopes + at), mean)))
  }
  weightedSum(weightSlopes, first + keyAt, count, slopes + queryAt, true)
  let row = slopes
  for (let at = 0; at < end; at += 4, row += rowBytes) {
    addScaled(load<f32>(weightSlopes + at), first + queryAt, row + keyAt)
    addScaled(load<f32>(weights + at), resultSlope, row + valueAt)
  }
}

/** Softmax of the scaled inner products of one query with the first `count` keys, and 0 for those that fill up four. */
function weigh(query: i32, keys: i32, count: i32): void {
  innerProducts(query, keys, count, weights, scale)
  const end = count << 2
  const padded = (end + 15) & ~15
  for (let at = end; at < padded; at += 4) store<f32>(weights + at, -f32.MAX_VALUE)
  let highest = v128.load(weights)
  for (let at = 16; at < end; at += 16) highest = f32x4.max(highest, v128.load(weights + at))
  const most = f32x4.splat(max(
    max(f32x4.extract_lane(highest, 0), f32x4.extract_lane(highest, 1)),
    max(f32x4.extract_lane(highest, 2), f32x4.extract_lane(highest, 3)),
  ))
  let sum = f32x4.splat(0)
  for (let at = 0; at < end; at += 16) {
    const weight = exponential(f32x4.sub(v128.load(weights + at), most))
    v128.store(weights + at, weight)
    sum = f32x4.add(sum, weight)
  }
  const inverse = f32x4.splat(1 / total(sum))
  for (let at = 0; at < end; at += 16) v128.store(weights + at, f32x4.mul(v128.load(weights + at), inverse))
}

/** `factor × query · key` for the first `count` keys or values, four at a time. */
function innerProducts(query: i32, keys: i32, count: i32, products: i32, factor: f32): void {
  const scaling = f32x4.splat(factor)
  const end = products + (count << 2)
  for (; products < end; products += 16) {
    let sum0 = f32x4.splat(0)
    let sum1 = sum0
    let sum2 = sum0
    let sum3 = sum0
    let key = keys
    for (let c = 0; c < headBytes; c += 16, key += 16) {
      const part = v128.load(query + c)
      sum0 = f32x4.add(sum0, f32x4.mul(part, v128.load(key)))
      sum1 = f32x4.add(sum1, f32x4.mul(part, v128.load(key + rowBytes)))
      sum2 = f32x4.add(sum2, f32x4.mul(part, v128.load(key + 2 * rowBytes)))
      sum3 = f32x4.add(sum3, f32x4.mul(part, v128.load(key + 3 * rowBytes)))
    }
    const low = f32x4.add(v128.shuffle<f32>(sum0, sum1, 0, 4, 1, 5), v128.shuffle<f32>(sum0, sum1, 2, 6, 3, 7))
    const high = f32x4.add(v128.shuffle<f32>(sum2, sum3, 0, 4, 1, 5), v128.shuffle<f32>(sum2, sum3, 2, 6, 3, 7))
    const all = f32x4.add(v128.shuffle<f32>(low, high, 0, 1, 4, 5), v128.shuffle<f32>(low, high, 2, 3, 6, 7))
    v128.store(products, f32x4.mul(all, scaling))
    keys += 4 * rowBytes
  }
}

/** The sum of the first `count` rows, each times its factor; added to the result, or in its place. */
function weightedSum(factors: i32, rows: i32, count: i32, result: i32, adds: bool): void {
  const end = factors + (count << 2)
  let c = 0
  for (; c + 64 <= headBytes; c += 64) {
    let sum0 = adds ? v128.load(result + c) : f32x4.splat(0)
    let sum1 = adds ? v128.load(result + c, 16) : f32x4.splat(0)
    let sum2 = adds ? v128.load(result + c, 32) : f32x4.splat(0)
    let sum3 = adds ? v128.load(result + c, 48) : f32x4.splat(0)
    let row = rows + c
    for (let at = factors; at < end; at += 4, row += rowBytes) {
      const factor = v128.load_splat<f32>(at)
      sum0 = f32x4.add(sum0, f32x4.mul(factor, v128.load(row)))
      sum1 = f32x4.add(sum1, f32x4.mul(factor, v128.load(row, 16)))
      sum2 = f32x4.add(sum2, f32x4.mul(factor, v128.load(row, 32)))
      sum3 = f32x4.add(sum3, f32x4.mul(factor, v128.load(row, 48)))
    }
    v128.store(result + c, sum0)
    v128.store(result + c, sum1, 16)
    v128.store(result + c, sum2, 32)
    v128.store(result + c, sum3, 48)
  }
  for (; c < headBytes; c += 16) {
    let sum = adds ? v128.load(result + c) : f32x4.splat(0)
    let row = rows + c
    for (let at = factors; at < end; at += 4, row += rowBytes) {
      sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(at), v128.load(row)))
    }
    v128.store(result + c, sum)
  }
}

/** Adds `factor × source` to a row's part of one head. */
function addScaled(factor: f32, source: i32, result: i32): void {
  const scaling = f32x4.splat(factor)
  for (let c = 0; c < headBytes; c += 16) {
    v128.store(result + c, f32x4.add(v128.load(result + c), f32x4.mul(scaling, v128.load(source + c))))
  }
}

function total(sum: v128): f32 {
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
}

/**
 * eˣ for x ≤ 0, 0 where it is below 2⁻¹²⁵: `x = n · ln 2 + r` with n whole and r small, a polynomial in r (the coefficients of
 * Cephes' expf, Moshier), and n put into the exponent's bits.
 */
function exponential(x: v128): v128 {
  const seen = f32x4.ge(x, f32x4.splat(-86))
  const within = f32x4.max(x, f32x4.splat(-86))
  const n = f32x4.nearest(f32x4.mul(within, f32x4.splat(1.44269504088896341)))
  const r = f32x4.add(f32x4.sub(within, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(2.12194440e-4)))
  let p = f32x4.add(f32x4.mul(f32x4.splat(1.9875691500e-4), r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  const fraction = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return v128.and(f32x4.mul(fraction, power), seen)
}
