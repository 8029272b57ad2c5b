import { describe, expect, test } from 'vitest'
import { countDesigns } from '../../../compiler/derivation/index.ts'
import { candidateDesigns, canonicalText } from '../../../trainer/payoff/candidate-designs.ts'
import { resolveFamily } from '../../../trainer/tasks/index.ts'
import { designIn, familiesDomain } from '../../../trainer/team/index.ts'

const domain = familiesDomain([{ settings: resolveFamily({ family: 'plain' }), weight: 1 }], 2)
const direct = designIn(domain, 'return Answer(expression)')
const none = { given: [], mostChoices: 0, most: 0, sampled: 0, seed: 1 }

describe('the designs to be measured', () => {
  test('are those given, once, however they are laid out, with the choices that they take', () => {
    const { designs, completeTo } = candidateDesigns(domain.designs, { ...none, given: [direct, direct.replace('  return', 'return')] })
    expect(completeTo).toBe(0)
    expect(designs).toMatchObject([{ text: canonicalText(domain.designs, direct), form: 'Answer', choices: 3 }])
  })
  test('are all of them where they fit', () => {
    const { designs, completeTo } = candidateDesigns(domain.designs, { ...none, mostChoices: 40, most: 100_000 })
    expect(BigInt(designs.length)).toBe(countDesigns(domain.designs))
    expect(completeTo).toBe(40)
  })
  test('are cut between sizes, never within one, where they do not', () => {
    const { designs, completeTo } = candidateDesigns(domain.designs, { ...none, mostChoices: 40, most: 12 })
    const all = candidateDesigns(domain.designs, { ...none, mostChoices: completeTo, most: 1_000 })
    expect(designs).toHaveLength(all.designs.length)
    expect(designs.length).toBeLessThanOrEqual(12)
  })
  test('hold larger ones, drawn by a seed', () => {
    const drawn = (seed: number) => candidateDesigns(domain.designs, { ...none, sampled: 10, seed }).designs.map(({ text }) => text)
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
  })
  test('may lie outside the space, and then take no choice', () => {
    const vote = designIn(domain, 'return vote(sample 4 of Answer(expression))')
    expect(candidateDesigns(domain.designs, { ...none, given: [vote] }).designs).toMatchObject([{ choices: 0, text: vote }])
  })
})
