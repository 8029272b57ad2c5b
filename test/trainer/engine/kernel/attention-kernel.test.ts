import { describe, expect, it } from 'vitest'
import { attend, attendSlopes } from '../../../../trainer/engine/kernel/attention-kernel.ts'
import type { AttentionSizes } from '../../../../trainer/engine/kernel/attention-kernel.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { relativeError } from '../finite-difference.ts'

const cases: readonly (AttentionSizes & { readonly spread: number })[] = [
  { batch: 1, heads: 1, headWidth: 4, time: 1, queries: 1, spread: 1 },
  { batch: 3, heads: 2, headWidth: 16, time: 29, queries: 29, spread: 1 },
  { batch: 2, heads: 3, headWidth: 5, time: 7, queries: 4, spread: 1 },
  { batch: 2, heads: 1, headWidth: 36, time: 9, queries: 9, spread: 1 },
  { batch: 1, heads: 2, headWidth: 32, time: 500, queries: 20, spread: 1 },
  // Scores far apart: most weights vanish.
  { batch: 2, heads: 2, headWidth: 16, time: 30, queries: 30, spread: 40 },
]

interface Inputs {
  readonly rows: Float32Array
  readonly positions: Int32Array
  readonly slopes: Float32Array
}

function inputs({ batch, heads, headWidth, time, queries, spread }: (typeof cases)[number]): Inputs {
  const stream = randomStream(1, 'attention', time, headWidth)
  const normal = (count: number, size: number): Float32Array => Float32Array.from({ length: count }, () => size * stream.normal())
  const width = heads * headWidth
  return {
    rows: normal(batch * time * 3 * width, spread),
    positions: Int32Array.from({ length: batch * queries }, () => stream.integer(time)),
    slopes: normal(batch * queries * width, 1),
  }
}

/** Attention and its slopes by the formula, one number after another, in double precision. */
function byFormula({ rows, positions, slopes }: Inputs, { batch, heads, headWidth, time, queries }: AttentionSizes): [number[], number[]] {
  const width = heads * headWidth
  const result = new Array<number>(batch * queries * width).fill(0)
  const rowSlopes = new Array<number>(rows.length).fill(0)
  const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN
  const add = (list: number[], index: number, value: number): void => void (list[index] = at(list, index) + value)
  positions.forEach((position, query) => {
    const sequence = Math.floor(query / queries) * time
    for (let head = 0; head < heads; head += 1) {
      const place = (row: number, part: number): number => (sequence + row) * 3 * width + part * width + head * headWidth
      const dot = (left: ArrayLike<number>, leftAt: number, right: ArrayLike<number>, rightAt: number): number =>
        Array.from({ length: headWidth }, (_, c) => at(left, leftAt + c) * at(right, rightAt + c)).reduce((sum, value) => sum + value)
      const keys = Array.from({ length: position + 1 }, (_, key) => key)
      const scores = keys.map((key) => dot(rows, place(position, 0), rows, place(key, 1)) / Math.sqrt(headWidth))
      const powers = scores.map((score) => Math.exp(score - Math.max(...scores)))
      const weights = powers.map((power) => power / powers.reduce((sum, value) => sum + value))
      const out = query * width + head * headWidth
      const weightSlopes = keys.map((key) => dot(slopes, out, rows, place(key, 2)))
      const mean = weights.reduce((sum, weight, key) => sum + weight * at(weightSlopes, key), 0)
      for (const key of keys) {
        const weight = at(weights, key)
        const scoreSlope = (weight * (at(weightSlopes, key) - mean)) / Math.sqrt(headWidth)
        for (let c = 0; c < headWidth; c += 1) {
          add(result, out + c, weight * at(rows, place(key, 2) + c))
          add(rowSlopes, place(position, 0) + c, scoreSlope * at(rows, place(key, 1) + c))
          add(rowSlopes, place(key, 1) + c, scoreSlope * at(rows, place(position, 0) + c))
          add(rowSlopes, place(key, 2) + c, weight * at(slopes, out + c))
        }
      }
    }
  })
  return [result, rowSlopes]
}

describe('the attention kernel', () => {
  it.each(cases)('computes the formula: $batch × $time, $heads × $headWidth, $queries queries, spread $spread', (sizes) => {
    const given = inputs(sizes)
    const [result, slopes] = byFormula(given, sizes)
    expect(relativeError(result, attend(given.rows, given.positions, sizes))).toBeLessThan(1e-5)
    // Far apart, a score has fewer digits after the point.
    const tolerance = sizes.spread === 1 ? 1e-5 : 1e-3
    expect(relativeError(slopes, attendSlopes(given.rows, given.positions, sizes, given.slopes))).toBeLessThan(tolerance)
  })

  it('remembers nothing from one call to the next, whatever was there', () => {
    const [, , sizes, wide] = cases
    if (sizes === undefined || wide === undefined) throw new Error('no case')
    const given = inputs(sizes)
    const before = attendSlopes(given.rows, given.positions, sizes, given.slopes)
    const other = inputs(wide)
    attendSlopes(other.rows.fill(NaN), other.positions, wide, other.slopes)
    expect(attendSlopes(given.rows, given.positions, sizes, given.slopes)).toEqual(before)
  })
})
