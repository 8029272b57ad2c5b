import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiplyRows } from '../../../../trainer/engine/sampling/multiply-rows.ts'

const size = fc.integer({ min: 1, max: 11 })
const numbers = (count: number): fc.Arbitrary<Float32Array> =>
  fc.float32Array({ minLength: count, maxLength: count, noNaN: true, noDefaultInfinity: true, min: -9, max: 9 })

const multiplication = fc.tuple(size, size, size).chain(([rows, inner, columns]) =>
  fc.record({
    rows: fc.constant(rows),
    inner: fc.constant(inner),
    columns: fc.constant(columns),
    left: numbers(rows * inner),
    right: numbers(inner * columns),
  }),
)

describe('multiplyRows', () => {
  it('is the matrix product', () => {
    fc.assert(
      fc.property(multiplication, ({ rows, inner, columns, left, right }) => {
        const product = new Float32Array(rows * columns)
        multiplyRows(left, right, product, rows, inner, columns)
        for (let row = 0; row < rows; row += 1) {
          for (let column = 0; column < columns; column += 1) {
            let sum = 0
            for (let k = 0; k < inner; k += 1) sum += (left[row * inner + k] ?? 0) * (right[k * columns + column] ?? 0)
            expect(product[row * columns + column]).toBe(Math.fround(sum))
          }
        }
      }),
    )
  })

  it('gives a row bit for bit the same alone and among others', () => {
    fc.assert(
      fc.property(multiplication, ({ rows, inner, columns, left, right }) => {
        const together = new Float32Array(rows * columns)
        const alone = new Float32Array(columns)
        multiplyRows(left, right, together, rows, inner, columns)
        for (let row = 0; row < rows; row += 1) {
          multiplyRows(left.subarray(row * inner), right, alone, 1, inner, columns)
          expect(alone).toEqual(together.slice(row * columns, (row + 1) * columns))
        }
      }),
    )
  })
})
