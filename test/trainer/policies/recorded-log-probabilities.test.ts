import { describe, expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import type { CompletionRow, PolicyNetwork } from '../../../trainer/engine/index.ts'
import { tinyTeam } from '../training/tiny-team.ts'
import { ask, exampleRequest, policyOf, replyOf, string, tinyNetwork, verdict } from './example-request.ts'

interface Recorded {
  readonly row: CompletionRow
  readonly logProbabilities: readonly number[]
}

/** Nats; sampling and training compute in different orders. */
const tolerance = 1e-4

function expectAgreement(network: PolicyNetwork, recorded: readonly Recorded[]): void {
  const again = network.evaluate(recorded.map(({ row }) => row))
  const differences = recorded.flatMap(({ logProbabilities }, position) => {
    const other = again[position]?.logProbabilities ?? []
    expect(logProbabilities).toHaveLength(other.length)
    return logProbabilities.map((value, token) => Math.abs(value - (other[token] ?? Number.NaN)))
  })
  expect(Math.max(...differences)).toBeLessThan(tolerance)
  const choices = recorded.flatMap(({ logProbabilities }) => logProbabilities.filter((value) => value !== 0))
  expect(choices.length).toBeGreaterThan(recorded.length / 2)
  expect(choices.every((value) => value < 0)).toBe(true)
}

/** That the comparison tells masks apart: without them the numbers must be others. */
function expectMasksToMatter(network: PolicyNetwork, recorded: readonly Recorded[]): void {
  const bare = network.evaluate(recorded.map(({ row }) => ({ ...row, masks: null })))
  const isOther = recorded.some(({ logProbabilities }, position) =>
    logProbabilities.some((value, token) => Math.abs(value - (bare[position]?.logProbabilities[token] ?? value)) > 0.05),
  )
  expect(isOther).toBe(true)
}

describe('recorded log-probabilities equal a recomputation', () => {
  const types: readonly (readonly [string, Type])[] = [
    ['bool', { kind: 'bool' }],
    ['int', { kind: 'int' }],
    ['enum', verdict],
    ['string', string],
  ]
  test.each(types)('of executors that write a result of type %s, at their temperature', async (_, result) => {
    const network = await tinyNetwork()
    const client = policyOf(network)
    const asked = Array.from({ length: 24 }, (_entry, seed) =>
      ask(client, exampleRequest({ result, value: `${seed}+1`, sampling: { seed, temperature: seed % 2 === 0 ? null : 0.6 } })),
    )
    const recorded = (await Promise.all(asked)).map(replyOf).map(({ record }): Recorded => {
      const { promptTokens, tokens, masks, temperature, logProbabilities } = record
      return { row: { prompt: promptTokens, completion: tokens, masks, temperature }, logProbabilities }
    })
    expectAgreement(network, recorded)
    expectMasksToMatter(network, recorded)
  })
  test('of the designer, under the masks of the grammar', async () => {
    const { designer, designerNetwork } = await tinyTeam()
    const proposals = designer.propose(
      Array.from({ length: 24 }, (_entry, seed) => ({
        task: { id: `t${seed}`, family: 'depth', difficulty: 1, input: { expression: `(${seed % 5}+1)*2` }, expected: '1' },
        run: 'r',
        step: 0,
        design: 1,
        temperature: seed % 2 === 0 ? 1 : 0.7,
        seed,
      })),
    )
    const recorded = proposals.map(({ call }): Recorded => {
      const { promptTokens, tokens, masks, sampling, logProbabilities } = call
      return { row: { prompt: promptTokens, completion: tokens, masks, temperature: sampling.temperature }, logProbabilities }
    })
    expectAgreement(designerNetwork, recorded)
    expectMasksToMatter(designerNetwork, recorded)
  })
})
