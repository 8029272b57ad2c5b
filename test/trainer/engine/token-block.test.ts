import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TokenRow } from '../../../trainer/engine/index.ts'
import { predictionPosition, tokenBlocks } from '../../../trainer/engine/token-block.ts'

const ids = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength })
const rows: fc.Arbitrary<TokenRow[]> = fc.array(fc.record({ prompt: ids(20), completion: ids(20) }), { maxLength: 80 })
const limit = fc.integer({ min: 1, max: 400 })

describe('tokenBlocks', () => {
  it('puts every row into exactly one block', () => {
    fc.assert(
      fc.property(rows, limit, (all, tokens) => {
        const placed = tokenBlocks(all, tokens).flatMap((block) => block.rows)
        expect([...placed].sort((a, b) => a - b)).toEqual(all.map((_, row) => row))
      }),
    )
  })

  it('holds each row: its tokens but the last, and where its completion is predicted', () => {
    fc.assert(
      fc.property(rows, limit, (all, tokens) => {
        for (const block of tokenBlocks(all, tokens)) {
          block.rows.forEach((row, index) => {
            const { prompt = [], completion = [] } = all[row] ?? {}
            const sequence = [...prompt, ...completion]
            const held = Array.from(block.tokens.subarray(index * block.time, (index + 1) * block.time))
            expect(held.slice(0, sequence.length - 1)).toEqual(sequence.slice(0, -1))
            completion.forEach((token, prediction) => {
              const position = predictionPosition(block, index, prediction)
              expect(sequence[position + 1]).toBe(token)
              expect(prediction).toBeLessThan(block.predictions)
            })
            expect(predictionPosition(block, index, block.predictions - 1)).toBeLessThan(block.time)
          })
        }
      }),
    )
  })

  it('never makes a matrix whose number of rows is a multiple of 32', () => {
    fc.assert(
      fc.property(rows, limit, (all, tokens) => {
        for (const { batch, time, predictions } of tokenBlocks(all, tokens)) {
          expect((batch * time) % 32).not.toBe(0)
          expect((batch * predictions) % 32).not.toBe(0)
        }
      }),
    )
  })

  it('keeps blocks within the limit, but for rows that are longer by themselves and what evens out sizes', () => {
    fc.assert(
      fc.property(rows, limit, (all, tokens) => {
        for (const { batch, time, rows: held } of tokenBlocks(all, tokens)) {
          if (held.length > 1) expect((batch - 1) * time).toBeLessThanOrEqual(tokens)
        }
      }),
    )
  })

  it('puts rows of similar length together', () => {
    const row = (length: number): TokenRow => ({ prompt: [1], completion: new Array<number>(length).fill(2) })
    const blocks = tokenBlocks([row(3), row(19), row(3), row(19), row(3)], 40)
    expect(blocks.map(({ rows: held, time }) => [held, time])).toEqual([[[1, 3], 19], [[0, 2, 4], 3]])
  })
})
