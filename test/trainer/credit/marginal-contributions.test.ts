import { expect, test } from 'vitest'
import { marginalContributions } from '../../../trainer/credit/marginal-contributions.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'

const random = () => randomStream(1, 'orders')

test('of three players: the two who could all be there, one of them, none', () => {
  const first = marginalContributions(3, 1, random()).filter(({ player }) => player === 0)
  expect(first).toEqual([
    { player: 0, others: [], weight: 1 / 3 },
    { player: 0, others: [1], weight: 1 / 6 },
    { player: 0, others: [2], weight: 1 / 6 },
    { player: 0, others: [1, 2], weight: 1 / 3 },
  ])
})

test.each([1, 2, 3, 4, 5, 6, 7, 9])('the weights of each of %d players sum to 1', (players) => {
  const all = marginalContributions(players, 5, random())
  for (let player = 0; player < players; player += 1) {
    const own = all.filter((one) => one.player === player)
    expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    for (const { others } of own) expect(others).not.toContain(player)
  }
})

test('is exact to six players, and takes random orders beyond', () => {
  expect(marginalContributions(6, 5, random())).toHaveLength(6 * 2 ** 5)
  expect(marginalContributions(7, 5, random())).toHaveLength(7 * 5)
  expect(marginalContributions(0, 5, random())).toEqual([])
})
