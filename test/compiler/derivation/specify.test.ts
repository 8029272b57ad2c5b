import { describe, expect, it } from 'vitest'
import { choiceVocabulary, legalChoices, specify, startDerivation } from '../../../compiler/derivation/index.ts'
import { arithmeticSpecification } from './arithmetic-specification.ts'
import { richSpecification } from './rich-specification.ts'

const limits = { calls: 20, statements: 3, nesting: 1, expressionDepth: 2 }

describe('specify', () => {
  it('gives every callable declaration its bound', () => {
    const { callees } = richSpecification(limits)
    const bounds = Object.fromEntries(
      callees.map(({ name, bounds: { calls, tool_calls, tokens, depth } }) => [name, [calls, tool_calls, tokens, depth]]),
    )
    expect(bounds).toMatchObject({
      Planner: [2, 0, 128, 2],
      Solver: [4, 2, 4096, 4],
      Critic: [1, 0, 1024, 1],
      lookup: [0, 1, 0, 0],
      twice: [2, 0, 2048, 2],
    })
    expect(callees.filter(({ ordered }) => ordered).map(({ name }) => name)).toEqual(['python', 'store'])
  })

  it('leaves out what takes agents', () => {
    const preamble = 'import { self_consistency } from "std/patterns"\n\nagent A(task: string) -> string\n'
    const specified = specify({
      preamble,
      workflow: 'main(task: string) -> string',
      constructs: arithmeticSpecification().constructs,
      limits,
    })
    expect(specified.kind === 'specification' && specified.specification.callees.map(({ name }) => name)).toEqual(['A'])
  })

  it('says what is wrong with the declarations', () => {
    const specified = specify({
      preamble: 'agent A(task: strin) -> string',
      workflow: 'main(task: string) -> string',
      constructs: arithmeticSpecification().constructs,
      limits,
    })
    expect(specified.kind === 'mistakes' && specified.diagnostics.map(({ code }) => code)).toEqual(['MAS2002'])
  })
})

describe('the vocabulary', () => {
  it('is short, and in a fixed order', () => {
    expect(choiceVocabulary(arithmeticSpecification())).toEqual([
      'statement/bind string[]',
      'statement/copy',
      'statement/rebind',
      'statement/repeat',
      'statement/stop',
      'statement/return',
      'statement/end',
      'expression/call Answer',
      'expression/call Reduce',
      'expression/vote',
      'expression/number',
      'expression/sample',
      'expression/present number?',
      'expression/absent number?',
      'integer/2',
      'integer/3',
      'integer/5',
      'name/expression',
      'name/answers',
      'name/answers2',
      'name/reduces',
      'name/reduces2',
      'name/current',
      'name/current2',
    ])
  })
})

describe('the first choice', () => {
  it('is among the statements that may begin a program', () => {
    expect(legalChoices(startDerivation(arithmeticSpecification()))).toEqual([
      { label: 'statement/bind string[]', position: 'statement' },
      { label: 'statement/copy', position: 'statement' },
      { label: 'statement/return', position: 'statement' },
    ])
  })

  it('leaves out what cannot be finished within the limits', () => {
    const first = (changes: Parameters<typeof arithmeticSpecification>[0]) =>
      legalChoices(startDerivation(arithmeticSpecification(changes))).map(({ label }) => label)
    expect(first({ statements: 1 })).toEqual(['statement/return'])
    expect(first({ calls: 1 })).toEqual(['statement/return'])
    expect(first({ nesting: 0 })).toEqual(['statement/bind string[]', 'statement/return'])
  })
})
