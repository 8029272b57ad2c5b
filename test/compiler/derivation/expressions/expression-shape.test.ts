import { describe, expect, it } from 'vitest'
import { derivableBuiltins, derivationOf, expressionKinds, specify, statementKinds } from '../../../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../../../compiler/derivation/index.ts'
import { compileDesign } from '../designs.ts'

const preamble = `type Draft = { body: string, marks: int[2] }
type Draft3 = { body: string, marks: int[3] }
agent Judge(draft: Draft) -> string
agent Longer(draft: Draft3?) -> Draft3
`
const head = 'workflow main(task: string, draft: Draft, long: Draft3, some: Draft?) -> string'

function space(): DerivationSpecification {
  const specified = specify({
    preamble,
    workflow: head.replace('workflow ', ''),
    constructs: {
      statements: statementKinds, expressions: expressionKinds, builtins: derivableBuiltins, integers: [2, 3], strings: ['', ', '],
    },
    limits: { calls: 20, statements: 4, nesting: 1, expressionDepth: 3 },
  })
  if (specified.kind === 'mistakes') throw new Error(JSON.stringify(specified.diagnostics))
  return specified.specification
}

describe('a value with lists in it', () => {
  const specification = space()

  it.each([
    ['a record', 'record = { body: task, marks: [2, 3] }\n  return Judge(record)', true],
    ['a record with a longer list', 'record = { body: task, marks: [2, 3, 2] }\n  return Judge(record)', false],
    ['an alternative', 'return Judge(some ?? draft)', true],
    ['a longer alternative', 'return Judge(some ?? long)', false],
    ['an item', 'return Judge(last(sample 2 of Longer(long)))', false],
  ])('is derived where it compiles: %s', (_, statements, derived) => {
    const text = `${preamble}\n${head} {\n  ${statements}\n}\n`
    expect(compileDesign(text).diagnostics.map(({ code }) => code).length === 0).toBe(derived)
    expect(derivationOf(specification, text) !== null).toBe(derived)
  })
})
