import { describe, expect, test } from 'vitest'
import { enumerateChoices } from '../../../trainer/credit-oracle/index.ts'

describe('every way that a procedure can go', () => {
  test('is taken once, with its probability', async () => {
    const outcomes = await enumerateChoices((choose) => {
      if (choose([0.25, 0.75]) === 0) return Promise.resolve('short')
      return Promise.resolve(`long ${choose([0.5, 0.3, 0.2])}`)
    })
    expect(outcomes).toEqual([
      { probability: 0.25, choices: [0], result: 'short' },
      { probability: 0.75 * 0.5, choices: [1, 0], result: 'long 0' },
      { probability: 0.75 * 0.3, choices: [1, 1], result: 'long 1' },
      { probability: 0.75 * 0.2, choices: [1, 2], result: 'long 2' },
    ])
  })
  test('is one where nothing is chosen', async () => {
    expect(await enumerateChoices(() => Promise.resolve(7))).toEqual([{ probability: 1, choices: [], result: 7 }])
  })
  test('is refused where there are too many', async () => {
    const procedure = (choose: (probabilities: readonly number[]) => number) => {
      for (let index = 0; index < 10; index += 1) choose([0.5, 0.5])
      return Promise.resolve(null)
    }
    expect(await enumerateChoices(procedure, 1024)).toHaveLength(1024)
    await expect(enumerateChoices(procedure, 1023)).rejects.toThrow('there are more than 1023 outcomes')
  })
})

test.each([
  ['other options', (run: number) => [run === 1 ? 2 : 3, 2], 'led to other ones'],
  ['fewer choices', (run: number) => (run === 1 ? [2, 2] : [2]), 'led to fewer ones'],
])('a procedure that depends on something else is noticed by %s', async (_, sizes, message) => {
  let run = 0
  await expect(
    enumerateChoices((choose) => {
      run += 1
      for (const size of sizes(run)) choose(Array.from({ length: size }, () => 1 / size))
      return Promise.resolve(null)
    }),
  ).rejects.toThrow(message)
})
