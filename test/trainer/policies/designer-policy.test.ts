import { describe, expect, test } from 'vitest'
import { derivationOf } from '../../../compiler/derivation/index.ts'
import { arithmeticDesigns, startDesigns } from '../../../trainer/team/index.ts'
import { choicesOf, derivedDesignSpace } from '../../../trainer/policies/derived-design-space.ts'
import { DesignerPolicy, designerVocabulary, encodeTask } from '../../../trainer/policies/designer-policy.ts'
import type { ProposalRequest } from '../../../trainer/policies/designer-policy.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'

const designSpecification = arithmeticDesigns(16)

const space = derivedDesignSpace(designSpecification)
const vocabulary = designerVocabulary('0123456789+-*()=~', space.labels)

async function policy(positions = 56) {
  const shape = { vocabulary: vocabulary.table.symbols.length, width: 8, layers: 1, heads: 2, positions, feedForwardMultiple: 2 }
  const network = (await loadedEngine()).createNetwork(shape, 4)
  return { network, designer: new DesignerPolicy({ name: 'designer', network, vocabulary, space }) }
}

const request = (changes: Partial<ProposalRequest> = {}): ProposalRequest => ({
  task: { id: 'depth:3+4', family: 'depth', difficulty: 1, input: { expression: '3+4' }, expected: '2' },
  run: 'r1',
  step: 6,
  design: 2,
  temperature: 1,
  seed: 9,
  ...changes,
})

describe('a proposal', () => {
  test('records where it stands and what was drawn under which masks', async () => {
    const { designer, network } = await policy()
    const [proposal] = designer.propose([request()])
    expect(proposal?.call).toMatchObject({
      run: 'r1',
      step: 6,
      task: 'depth:3+4',
      design: 2,
      execution: null,
      node: 'designer',
      policy: 'designer',
      version: network.version,
      advantages: null,
      sampling: { temperature: 1, topP: null },
      truncated: false,
      provenance: 'exact',
    })
    const { call, text } = proposal ?? { call: null, text: '' }
    expect(call?.promptTokens).toEqual(encodeTask(vocabulary, '3+4'))
    expect(call?.masks).toHaveLength(call?.tokens.length ?? -1)
    call?.tokens.forEach((token, position) => {
      expect(call.masks?.[position]).toContain(token)
    })
    const labels = derivationOf(designSpecification, text)?.map(({ label }) => label)
    expect(choicesOf(space, labels ?? []).map((choice) => choice + vocabulary.firstLabel)).toEqual(call?.tokens)
  })
  test('is the same for the same seed, whatever is drawn beside it, and differs between seeds', async () => {
    const { designer } = await policy()
    const many = designer.propose(Array.from({ length: 12 }, (_, seed) => request({ seed })))
    expect(designer.propose([request({ seed: 5 })])).toEqual([many[5]])
    expect(new Set(many.map(({ text }) => text)).size).toBeGreaterThan(3)
  })
  test('can be made for another text than the task has', async () => {
    const { designer } = await policy()
    const [proposal] = designer.propose([request({ reads: '=1' })])
    expect(proposal?.call.promptTokens).toEqual(encodeTask(vocabulary, '=1'))
    expect(proposal?.call.task).toBe('depth:3+4')
  })
  test('is never half a script: too few positions are a fault', async () => {
    const { designer } = await policy(6)
    expect(() => designer.propose([request()])).toThrow('A design did not end within the 6 positions of the designer: it needs more')
  })
})

describe('the examples of a supervised start', () => {
  test('hold every choice of a given design, legal under its mask', async () => {
    const { designer } = await policy()
    for (const text of startDesigns) {
      const choices = choicesOf(space, (derivationOf(designSpecification, text) ?? []).map(({ label }) => label))
      const example = designer.imitate('3+4', choices)
      expect(example.prompt).toEqual(encodeTask(vocabulary, '3+4'))
      expect(example.completion).toEqual(choices.map((choice) => choice + vocabulary.firstLabel))
      example.completion.forEach((token, position) => {
        expect(example.masks[position]).toContain(token)
      })
    }
  })
})

describe('the text of a task', () => {
  test('ends with a mark; characters that no task was trained with are left out', () => {
    expect(encodeTask(vocabulary, '3+4')).toHaveLength(4)
    expect(encodeTask(vocabulary, 'what is 3+4?')).toEqual(encodeTask(vocabulary, '3+4'))
    expect(encodeTask(vocabulary, '').map((id) => vocabulary.table.symbolOf(id))).toEqual(['mark'])
  })
})
