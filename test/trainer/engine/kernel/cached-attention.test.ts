import { describe, expect, it } from 'vitest'
import { attend } from '../../../../trainer/engine/kernel/attention-kernel.ts'
import { attendToCaches, emptyCache, remember } from '../../../../trainer/engine/kernel/cached-attention.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'

describe('attention to what was remembered', () => {
  it.each([
    ['heads of a multiple of four', { heads: 2, headWidth: 8, positions: 9 }],
    ['other heads', { heads: 3, headWidth: 5, positions: 9 }],
  ] as const)('is that of all positions at once, position by position: %s', (_, sizes) => {
    const { heads, headWidth, positions } = sizes
    const width = heads * headWidth
    const stream = randomStream(1, 'cache')
    const batch = 3
    const rows = Float32Array.from({ length: batch * positions * 3 * width }, () => stream.normal())
    const everywhere = Int32Array.from({ length: batch * positions }, (_, row) => row % positions)
    const whole = attend(rows, everywhere, { batch, heads, headWidth, time: positions, queries: positions })

    const caches = Array.from({ length: batch }, () => emptyCache(sizes))
    for (let position = 0; position < positions; position += 1) {
      const projected = new Float32Array(batch * 3 * width)
      caches.forEach((cache, sequence) => {
        const at = (sequence * positions + position) * 3 * width
        projected.set(rows.subarray(at, at + 3 * width), sequence * 3 * width)
        remember(cache, position, projected, sequence * 3 * width, sizes)
      })
      const found = attendToCaches(caches, caches.map(() => position + 1), projected, sizes)
      caches.forEach((_, sequence) => {
        const at = (sequence * positions + position) * width
        expect(found.slice(sequence * width, (sequence + 1) * width)).toEqual(whole.slice(at, at + width))
      })
    }
  })
})
