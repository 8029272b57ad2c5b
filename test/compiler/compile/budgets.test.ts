import { describe, expect, test } from 'vitest'
import { compileSource, errorsOf, kindsOf } from './compile-source.ts'

const agents = 'agent A(x: string) -> string\nagent B(x: string) -> int\n'

describe('a budget below the bound is an error', () => {
  test('that names the costliest node, at the limit', () => {
    const source = `${agents}workflow main(x: string) -> string budget { tokens 5 calls 7 seconds 1 depth 5 } {
      ys = sample 6 of A(x)
      n = B(vote(ys))
      return "{{n}}"
    }`
    const { diagnostics } = compileSource(source)
    const shown = diagnostics.map(({ code, message, hint, range }) => [code, source.slice(range.start, range.end), message, hint])
    expect(shown).toEqual([
      [
        'MAS4004',
        'calls 7',
        '`main` may need 8 model requests, over its budget of 7; the costliest node is `main/ys` with up to 6.',
        "Lower a loop's `max`, or `max_turns` or `repairs` of its agents, or write `calls 8`.",
      ],
    ])
  })

  test('of depth names the node that takes most requests after each other', () => {
    const source = `${agents}workflow main(x: string) -> string budget { depth 2 } {
      ys = sample 6 of A(x)
      n = B(vote(ys))
      return "{{n}}"
    }`
    const { diagnostics } = compileSource(source)
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '`main` may need 3 dependent model requests, over its budget of 2; the costliest node is `main/n` with up to 2.',
    ])
    expect(errorsOf(source)).toEqual(['MAS4004 «depth 2»'])
  })

  test('and the workflow still has its graph', () => {
    const source = `${agents}workflow main(x: string) -> string budget { calls 0 } { return A(x) }`
    expect(errorsOf(source)).toEqual(['MAS4004 «calls 0»'])
    expect(kindsOf(source)).toEqual({ main: 'graph' })
  })

  test.each([
    ['equal to the bound', 'calls 1 depth 1'],
    ['above it', 'calls 100'],
    ['of tokens or seconds', 'tokens 1 seconds 0.1'],
  ])('but not one %s', (_, budget) => {
    expect(errorsOf(`${agents}workflow main(x: string) -> string budget { ${budget} } { return A(x) }`)).toEqual([])
  })
})

describe('the budget of a workflow that is called', () => {
  const generic = `${agents}workflow many(use: agent(string) -> string, static n: int, x: string) -> string budget { calls 3 } {
      ys = sample n of use(x)
      return ys[0]
    }\n`

  test('with static or agent parameters holds for each use', () => {
    expect(errorsOf(`${generic}workflow main(x: string) -> string { return many(A, 3, x) }`)).toEqual([])
    const over = `${generic}workflow main(x: string) -> string { y = many(A, 2, x) return many(A, 4, y) }`
    expect(errorsOf(over)).toEqual(['MAS4004 «calls 3»'])
  })

  test('with static or agent parameters says nothing where nobody calls it', () => {
    expect(errorsOf(generic.replace('calls 3', 'calls 0'))).toEqual([])
  })

  test('counts what its agents cost', () => {
    const source = `${generic}
      workflow two(x: string) -> string { y = A(x) return A(y) }
      workflow main(x: string) -> string { return many(two, 2, x) }`
    expect(errorsOf(source)).toEqual(['MAS4004 «calls 3»'])
  })

  test('is reported once, whoever calls it', () => {
    const source = `${agents}workflow inner(x: string) -> string budget { calls 1 } { y = A(x) return A(y) }
      workflow outer(x: string) -> string { return inner(x) }
      workflow main(x: string) -> string { y = outer(x) return inner(y) }`
    expect(errorsOf(source)).toEqual(['MAS4004 «calls 1»'])
  })

  test('in another file is an error there', () => {
    const files = {
      'inner.mas': `${agents}export workflow inner(x: string) -> string budget { calls 1 } { y = A(x) return A(y) }
        export workflow unused(x: string) -> string budget { calls 0 } { return A(x) }`,
    }
    const source = 'import { inner, unused } from "./inner.mas"\nworkflow main(x: string) -> string { return inner(x) }'
    expect(errorsOf(source, files)).toEqual(['inner.mas: MAS4004 «calls 1»'])
  })
})

describe('bounds that are too large to count', () => {
  const main = (body: string) => `${agents}workflow main(x: string) -> string { ${body} }
    workflow beside(x: string) -> string { return A(x) }`

  test.each([
    ['in nested loops', 'repeat max 100000000 { repeat max 100000000 { x = A(x) } } return x'],
    ['so large that they are infinite', `${'repeat max 1000000000000000 { '.repeat(25)} x = A(x) ${'}'.repeat(25)} return x`],
    ['only in tokens', 'repeat max 9000000000000000 { x = A(x) } return x'],
  ])('are an error: %s', (_, body) => {
    expect(errorsOf(main(body))).toEqual(['MAS4005 «main»'])
    expect(kindsOf(main(body))).toEqual({ main: 'broken', beside: 'graph' })
  })

  test('and say of what', () => {
    const { diagnostics } = compileSource(main('repeat max 9000000000000000 { x = A(x) } return x'))
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      '`main` may need more completion tokens than can be counted (over 9007199254740991).',
    ])
  })

  test('are reported where they begin', () => {
    const source = `${main('repeat max 9000000000000000 { x = A(x) } return x')}
      workflow outer(x: string) -> string { return main(x) }`
    expect(errorsOf(source)).toEqual(['MAS4005 «main»'])
    expect(kindsOf(source)).toEqual({ main: 'broken', beside: 'graph', outer: 'broken' })
  })
})
