import { multiplyRows } from './multiply-rows.ts'

/**
 * Multiplies the first `count` rows of a row-major matrix by the matrix it was prepared for. The result `[count, columns]`
 * stands in a buffer that the next call may overwrite.
 */
export type RowProduct = (rows: Float32Array, count: number) => Float32Array

/** Where a decoder gets its matrix products from. */
export interface RowMultiplier {
  prepare(matrix: Float32Array, inner: number, columns: number): RowProduct
  /** Releases what was prepared. */
  dispose(): void
}

/** Products in plain TypeScript: no tensor library, nothing to release. */
export const plainMultiplier: RowMultiplier = {
  prepare: (matrix, inner, columns) => {
    let product = new Float32Array(0)
    return (rows, count) => {
      if (product.length < count * columns) product = new Float32Array(count * columns)
      multiplyRows(rows, matrix, product, count, inner, columns)
      return product
    }
  },
  dispose: () => undefined,
}
