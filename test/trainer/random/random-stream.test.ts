import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RandomStream } from '../../../trainer/random/random-stream.ts'
import { deriveSeed, randomStream, resumeStream } from '../../../trainer/random/random-stream.ts'

const draw = (stream: RandomStream, count = 5): number[] => Array.from({ length: count }, () => stream.next())

describe('randomStream', () => {
  it('repeats for the same name', () => {
    expect(draw(randomStream(7, 'task', 3))).toEqual(draw(randomStream(7, 'task', 3)))
  })

  it('keeps its numbers from one release to the next: recorded runs depend on them', () => {
    expect(draw(randomStream(1), 3)).toMatchInlineSnapshot(`
      [
        0.8271749758247556,
        0.8126926385319403,
        0.8892080927083837,
      ]
    `)
    expect(deriveSeed(1, 'execution', 2)).toMatchInlineSnapshot(`6236860895034434`)
  })

  it.each([
    [[7, 'task', 4]],
    [[8, 'task', 3]],
    [[7, 'task', '3']],
    [[7, 'task']],
    [[7, 'task3']],
    [[7, 'tas', 'k3']],
    [[7, 'task', 3, '']],
    [[7, 'task', -3]],
    [[7 + 2 ** -40, 'task', 3]],
  ] as [[number, ...(string | number)[]]][])('gives another stream for %j', ([seed, ...labels]) => {
    expect(draw(randomStream(seed, ...labels))).not.toEqual(draw(randomStream(7, 'task', 3)))
  })

  it('continues exactly from a saved state', () => {
    const stream = randomStream(3, 'resume')
    draw(stream, 17)
    const resumed = resumeStream(stream.state())
    expect(draw(resumed, 20)).toEqual(draw(stream, 20))
  })

  it('is uniform: every tenth of [0, 1) gets its share', () => {
    const stream = randomStream(11)
    const counts = new Array<number>(10).fill(0)
    for (const value of draw(stream, 100_000)) counts[Math.floor(value * 10)] = (counts[Math.floor(value * 10)] ?? 0) + 1
    // The standard deviation of a count is 95.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  it('gives unrelated streams for neighbouring seeds', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => randomStream(seed, 'sample').next() - 0.5)
    const correlation = first.slice(1).reduce((sum, value, index) => sum + value * (first[index] ?? 0), 0) / (2000 / 12)
    expect(Math.abs(correlation)).toBeLessThan(0.1)
  })

  it('draws normal numbers of mean 0 and variance 1', () => {
    const stream = randomStream(5)
    const values = Array.from({ length: 50_000 }, () => stream.normal())
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(variance - 1)).toBeLessThan(0.03)
  })

  it('draws integers in range, all of them', () => {
    const stream = randomStream(9)
    expect(new Set(Array.from({ length: 200 }, () => stream.integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
  })

  it('shuffles into a permutation and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const original = [...items]
        const shuffled = randomStream(seed).shuffle(items)
        expect(items).toEqual(original)
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
      }),
    )
  })

  it('shuffles without preference', () => {
    const orders = new Map<string, number>()
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = randomStream(seed, 'shuffle').shuffle(['a', 'b', 'c']).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('deriveSeed', () => {
  it('gives whole numbers that differ with the labels', () => {
    const seeds = Array.from({ length: 1000 }, (_, index) => deriveSeed(1, 'row', index))
    expect(new Set(seeds).size).toBe(1000)
    expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true)
  })
})
