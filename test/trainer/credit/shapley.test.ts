import { describe, expect, test } from 'vitest'
import { shapley } from '../../../trainer/credit/index.ts'
import type { CreditCall } from '../../../trainer/credit/index.ts'
import { execution, group } from './example-group.ts'
import { madeUpReplays, settings } from './replayed-group.ts'

const nodesOf = (count: number) => Array.from({ length: count }, (_, index) => `main/call${index + 1}`)

/** A game over the numbers of the nodes that take part. */
const game = (worth: (members: readonly number[]) => number) =>
  madeUpReplays(({ intervention }) => {
    if (intervention.kind !== 'coalition') throw new Error('it asks for coalitions')
    return worth([...intervention.nodes].map((node) => Number(node.replace('main/call', ''))))
  })

const agents = (count: number): readonly string[] => nodesOf(count).map(() => 'A')

test('two who are worth something only together share it; who adds nothing has nothing', async () => {
  const { replay, asked } = game((members) => (members.includes(1) && members.includes(3) ? 1 : 0))
  const [values] = await shapley(group(execution(1, 1, ...agents(3))), replay, settings())
  expect(values).toEqual([0.5, 0, 0.5])
  // 2³ coalitions, each once, but for that of all, which is the execution itself.
  expect(asked).toHaveLength(7)
})

test('of a glove game: one left glove and two right ones', async () => {
  const { replay } = game((members) => (members.includes(1) && members.length > 1 ? 1 : 0))
  const [values] = await shapley(group(execution(1, 1, ...agents(3))), replay, settings())
  values?.forEach((value, player) => expect(value).toBeCloseTo([2 / 3, 1 / 6, 1 / 6][player] ?? NaN, 12))
})

test('requests of one node share its value', async () => {
  const own = execution(1, 1, 'A', 'A', 'B')
  const calls: readonly CreditCall[] = own.calls.map((call, index) => (index === 1 ? { ...call, node: 'main/call1' } : call))
  const { replay, asked } = game((members) => (members.includes(1) ? 0.75 : members.includes(3) ? 0.5 : 0))
  // Node 1 adds 0.75 to nobody and 0.5 to node 3; node 3 adds 0.5 and 0.25.
  expect(await shapley(group({ ...own, calls }), replay, settings())).toEqual([[0.625, 0.625, 0.375]])
  expect(asked).toHaveLength(3)
})

describe('beyond six nodes', () => {
  const weights = [0.1, 0.2, 0.05, 0.15, 0.2, 0.1, 0.1, 0.1]
  const additive = (members: readonly number[]) => members.reduce((sum, member) => sum + (weights[member - 1] ?? 0), 0)

  test('random orders find what each adds by itself', async () => {
    const { replay, asked } = game(additive)
    const [values] = await shapley(group(execution(1, 1, ...agents(8))), replay, settings({ permutations: 3 }))
    values?.forEach((value, player) => expect(value).toBeCloseTo(weights[player] ?? NaN, 12))
    // Nobody once, and of each order those of one to seven members, some of them shared.
    expect(asked.length).toBeLessThanOrEqual(1 + 3 * 7)
    expect(asked.length).toBeGreaterThan(1 + 7)
  })

  test('the values sum to the reward less that of nobody; the same seed takes the same orders', async () => {
    const squared = (members: readonly number[]) => members.length ** 2 / 100 + 0.2
    const own = execution(1, 0.84, ...agents(8))
    const run = async (seed: number) => (await shapley(group({ ...own, seed }), game(squared).replay, settings({ permutations: 2 })))[0] ?? []
    const values = await run(1)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.64, 12)
    expect(await run(1)).toEqual(values)
    expect(await run(2)).not.toEqual(values)
  })
})

test('an execution without calls has no values, and nothing is replayed', async () => {
  const { replay, asked } = game(() => 0)
  expect(await shapley(group(execution(1, 1)), replay, settings())).toEqual([[]])
  expect(asked).toEqual([])
})
