import { describe, expect, it } from 'vitest'
import { tokenFactors } from '../../../../trainer/engine/loss/row-weighting.ts'

describe('tokenFactors', () => {
  const weights = [1, 3]
  const lengths = [2, 5]

  it('row-mean: a row counts by its weight, whatever its length', () => {
    expect(tokenFactors('row-mean', weights, lengths)).toEqual([1 / 4 / 2, 3 / 4 / 5])
  })

  it('row-sum: a row counts by its weight for each of its tokens', () => {
    expect(tokenFactors('row-sum', weights, lengths)).toEqual([1 / 4, 3 / 4])
  })

  it('token-mean: the factors of all tokens add up to 1', () => {
    const factors = tokenFactors('token-mean', weights, lengths)
    expect(factors).toEqual([1 / 17, 3 / 17])
  })

  it('is 0 everywhere for rows without weight', () => {
    expect(tokenFactors('row-mean', [0, 0], lengths)).toEqual([0, 0])
  })
})
