import { multiplyRows } from './multiply-rows.ts'

/**
 * Multiplies the first `count` rows of a row-major matrix by the matrix it was prepared for. The result `[count, columns]`
 * stands in a buffer that the next call may overwrite.
 */
export type RowProduct = (rows: Float32Array, count: number) => Float32Array

/** What is done to each number of a product: nothing, or negative ones become 0. */
export type Activation = 'none' | 'relu'

/** Where a decoder gets its matrix products from. */
export interface RowMultiplier {
  prepare(matrix: Float32Array, inner: number, columns: number, activation: Activation): RowProduct
  /** Releases what was prepared. */
  dispose(): void
}

/** Products in plain TypeScript: no tensor library, nothing to release. */
export const plainMultiplier: RowMultiplier = {
  prepare: (matrix, inner, columns, activation) => {
    let product = new Float32Array(0)
    return (rows, count) => {
      if (product.length < count * columns) product = new Float32Array(count * columns)
      multiplyRows(rows, matrix, product, count, inner, columns)
      if (activation === 'relu') dropNegatives(product, count * columns)
      return product
    }
  },
  dispose: () => undefined,
}

function dropNegatives(values: Float32Array, count: number): void {
  for (let index = 0; index < count; index += 1) if ((values[index] as number) < 0) values[index] = 0
}
