import { describe, expect, it } from 'vitest'
import { choose, derivationOf, finishedText, startDerivation } from '../../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../../compiler/derivation/index.ts'
import { arithmeticSpecification } from './arithmetic-specification.ts'
import { labels } from './designs.ts'

const specification = arithmeticSpecification()

const derived = (body: string, within: DerivationSpecification = specification) =>
  labels(derivationOf(within, `workflow main(expression: string) -> string { ${body} }`))

const loop = (last: string) =>
  `current = expression repeat max 5 { stop when number(current) != none current = Reduce(current) } return ${last}`

describe('what the space of two small agents reaches', () => {
  it.each([
    ['a direct answer', 'return Answer(expression)', 3],
    ['a vote', 'drafts = sample 5 of Answer(expression) return vote(drafts)', 8],
    ['a vote in one expression', 'return vote(sample 5 of Answer(expression))', 6],
    ['a chain', 'return Answer(Reduce(expression))', 4],
    ['a loop', loop('current'), 16],
    ['a loop and an answer', loop('Answer(current)'), 17],
    ['trying again until it is a number', loop('current').replace('Reduce(current)', 'Answer(expression)'), 16],
    ['a loop that votes', 'c = expression repeat max 5 { c = vote(sample 3 of Reduce(c)) } return c', 15],
  ])('%s', (_, body, count) => {
    expect(derived(body)).toHaveLength(count)
  })

  it('writes what it has read, with names of its own', () => {
    const choices = derived('drafts = sample 5 of Answer(expression) return vote(drafts)') ?? []
    const half = choices.reduce((program, label) => choose(program, { label }), startDerivation(specification))
    expect(finishedText(half)).toBe(`${specification.preamble}
workflow main(expression: string) -> string {
  answers = sample 5 of Answer(expression)
  return vote(answers)
}
`)
  })
})

describe('what it leaves out', () => {
  it.each([
    ['a value that nothing reads', 'drafts = sample 5 of Answer(expression) return Answer(expression)'],
    ['a copy without a loop', 'current = expression return Answer(current)'],
    ['an empty loop', 'current = expression repeat max 5 { } return current'],
    ['a loop that reads nothing of its own', 'c = expression repeat max 5 { c = Answer(expression) } return c'],
    ['a loop for nothing', 'c = expression repeat max 5 { c = Reduce(c) } return expression'],
    ['a stop that never changes', 'c = expression repeat max 5 { stop when number(expression) != none c = Reduce(c) } return c'],
    ['a name bound again for nothing', 'c = Answer(expression) c = Answer(c) return c'],
    ['more calls than the limit', 'c = expression repeat max 5 { c = vote(sample 5 of Reduce(c)) } return c'],
    ['a count that is not offered', 'return vote(sample 4 of Answer(expression))'],
    ['a name that has no value', 'return Answer(question)'],
  ])('%s', (_, body) => {
    expect(derived(body)).toBeNull()
  })

  it('has the call in a loop count for every round', () => {
    const body = loop('current')
    expect(derived(body, arithmeticSpecification({ calls: 5 }))).not.toBeNull()
    expect(derived(body, arithmeticSpecification({ calls: 4 }))).toBeNull()
  })
})
