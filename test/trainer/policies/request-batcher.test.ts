import { describe, expect, test } from 'vitest'
import { RequestBatcher } from '../../../trainer/policies/request-batcher.ts'

describe('a batcher', () => {
  test('answers together what programs ask until they stand still, in the order of arrival', async () => {
    const batches: (readonly number[])[] = []
    const batcher = new RequestBatcher<number, number>((requests) => {
      batches.push(requests)
      return requests.map((request) => request * 10)
    })
    const program = async (start: number): Promise<readonly number[]> => {
      for (let turn = 0; turn < start; turn += 1) await Promise.resolve()
      const first = await batcher.ask(start)
      return [first, await batcher.ask(first)]
    }
    expect(await Promise.all([program(3), program(1), program(2)])).toEqual([[30, 300], [10, 100], [20, 200]])
    expect(batches).toEqual([[1, 2, 3], [10, 20, 30]])
  })
  test('tells everyone of a fault, and goes on with the next batch', async () => {
    let faults = 1
    const batcher = new RequestBatcher<number, number>((requests) => {
      if (faults-- > 0) throw new Error('logits are no numbers')
      return requests
    })
    const asked = await Promise.allSettled([batcher.ask(1), batcher.ask(2)])
    expect(asked.map((entry) => entry.status)).toEqual(['rejected', 'rejected'])
    expect(await batcher.ask(3)).toBe(3)
  })
  test('leaves nobody waiting where an answer is missing', async () => {
    const batcher = new RequestBatcher<number, number>((requests) => requests.slice(1))
    const asked = await Promise.allSettled([batcher.ask(1), batcher.ask(2)])
    expect(asked.map((entry) => entry.status)).toEqual(['fulfilled', 'rejected'])
  })
})
