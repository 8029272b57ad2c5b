import { describe, expect, test } from 'vitest'
import { finishedText, randomDesign } from '../../../compiler/derivation/index.ts'
import { Planting } from '../../../testing/mistakes/planting.ts'
import { mistakes } from '../../../testing/mistakes/mistakes.ts'
import { specificationOf } from '../../../testing/program-options.ts'
import { randomNumbers } from '../../compiler/derivation/designs.ts'

const specification = specificationOf({})
const unused = mistakes.find(({ name }) => name === 'an unused value')
if (unused === undefined) throw new Error('there is no such mistake')

describe('Planting', () => {
  test('is at every place of a program', () => {
    const half = randomDesign(specification, randomNumbers(3))
    const places = Planting.places(half, unused)
    expect(new Set(places.map(({ site }) => site.range.start)).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(1)
  })

  test('ends at the first place of a least program, however it is made smaller', () => {
    const random = randomNumbers(5)
    for (const seed of [1, 2, 3]) {
      let planting = Planting.places(randomDesign(specification, randomNumbers(seed)), unused).at(-1)
      for (let next = planting; next !== undefined; ) {
        planting = next
        const smaller = [...planting.smaller()]
        next = smaller[Math.floor(random() * smaller.length)]
      }
      const body = (finishedText(planting?.half ?? randomDesign(specification, random)) ?? '').split('workflow main')[1]
      expect(body?.trim().split('\n')).toHaveLength(3)
    }
  })
})
