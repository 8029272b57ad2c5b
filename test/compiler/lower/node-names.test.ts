import { describe, expect, test } from 'vitest'
import { graphOf, instancesOf } from '../compile/compile-source.ts'

const declarations = `
enum Kind { one, two }
type Pair = { a: string, b: string }
tool look(x: string) -> string from "host:look" pure
agent A(x: string) -> string
agent B(x: string) -> string
agent Maybe(x: string) -> string?
agent Judge(x: string) -> bool
agent Sorter(x: string) -> Kind
workflow twice(x: string) -> string { first_try = A(x) return B(first_try) }
workflow plain(x: string) -> string { return x }
workflow apply(use: agent(string) -> string, x: string) -> string { y = use(x) return use(y) }
`

/** The instances of the nodes of a workflow `main(x: string, xs: string[3]) -> string`. */
const nodesOf = (body: string): readonly string[] =>
  instancesOf(graphOf(`${declarations}workflow main(x: string, xs: string[3]) -> string { ${body} }`))

describe('a call', () => {
  test.each([
    ['that is a whole right side takes the name', 'd = A(x) return d', ['agent main/d']],
    ['in parentheses is still whole', 'd = (A(x)) return d', ['agent main/d']],
    ['of a tool is a node too', 'd = look(x) return d', ['tool main/d']],
    ['elsewhere appends its callee', 'return A(x)', ['agent main/return/A']],
    ['in another call appends its callee', 'd = A(B(x)) return d', ['agent main/d/B', 'agent main/d']],
    ['equal to the one around it comes first', 'return A(A(x))', ['agent main/return/A', 'agent main/return/A#2']],
    ['in a text', 'a = A(x) d = "{{a}}!" return d', ['agent main/a', 'compute main/d']],
    ['in a builtin', 'd = trim(A(x)) return d', ['agent main/d/A', 'compute main/d']],
    [
      'in a list',
      'd = [A(x), B(x), A(x)] return d[0]',
      ['agent main/d/A', 'agent main/d/B', 'agent main/d/A#2', 'compute main/d', 'compute main/return'],
    ],
    ['in a record', 'd = { a: A(x), b: x } return d.a', ['agent main/d/A', 'compute main/d']],
    ['whose result is discarded', '_ = A(x) _ = A(x) return x', ['agent main/_', 'agent main/_#2']],
    ['bound twice', 'd = A(x) d = B(d) return d', ['agent main/d', 'agent main/d#2']],
    ['bound to a parameter', 'x = A(x) return x', ['agent main/x']],
    [
      'in a condition',
      'if Judge(x) { return x } else { return A(x) }',
      ['agent main/if/Judge', 'if main/if', 'agent main/if/else/return/A'],
    ],
    ['in an assertion', 'assert Judge(x) return x', ['agent main/assert/Judge', 'assert main/assert']],
  ])('%s', (_, body, expected) => {
    expect(nodesOf(body)).toEqual(expected)
  })
})

describe('a region', () => {
  test.each([
    ['sample', 'd = sample 2 of A(x) return d[0]', ['sample main/d/sample', 'agent main/d[*]', 'compute main/return']],
    [
      'sample of more than a call, whole',
      'd = sample 2 of trim(A(x)) return d[0]',
      ['sample main/d/sample', 'agent main/d[*]/A', 'compute main/d[*]', 'compute main/return'],
    ],
    [
      'sample of more than a call, as a part',
      'return vote(sample 2 of trim(A(x)))',
      ['sample main/return/sample', 'agent main/return/sample[*]/A', 'compute main/return/sample[*]/of', 'compute main/return'],
    ],
    [
      'two samples of more than a call in one expression',
      'return join(concat(sample 2 of trim(x), sample 2 of trim(x)), "")',
      [
        'sample main/return/sample',
        'compute main/return/sample[*]/of',
        'sample main/return/sample#2',
        'compute main/return/sample#2[*]/of',
        'compute main/return',
      ],
    ],
    [
      'sample of a sample',
      'd = sample 2 of (sample 3 of A(x)) return d[0][0]',
      ['sample main/d/sample', 'sample main/d[*]/sample#2', 'agent main/d[*][*]', 'compute main/return'],
    ],
    ['each', 'd = each y in xs { yield A(y) } return d[0]', ['each main/d/each', 'agent main/d[*]', 'compute main/return']],
    [
      'each, with statements and a list that calls',
      'd = each y, i in [A(x)] { a = A(y) if i > 1 { a = B(a) } yield a } return d[0]',
      [
        'agent main/d/each/A',
        'each main/d/each',
        'agent main/d/each[*]/a',
        'if main/d/each[*]/if',
        'agent main/d/each[*]/if/then/a',
        'compute main/return',
      ],
    ],
    [
      'each, not whole',
      'return join(each y in xs { yield A(y) }, "")',
      ['each main/return/each', 'agent main/return/each[*]/yield/A', 'compute main/return'],
    ],
    [
      'otherwise',
      'd = A(x) otherwise B(x) return d',
      ['otherwise main/d/otherwise', 'agent main/d/otherwise/A', 'agent main/d/otherwise/B'],
    ],
    [
      'otherwise of otherwise',
      'd = A(x) otherwise A(x) otherwise B(x) return d',
      [
        'otherwise main/d/otherwise',
        'otherwise main/d/otherwise/otherwise',
        'agent main/d/otherwise/otherwise/A',
        'agent main/d/otherwise/otherwise/A#2',
        'agent main/d/otherwise/B',
      ],
    ],
    ['?? with a call', 'd = Maybe(x) ?? A(x) return d', ['agent main/d/Maybe', 'lazy main/d/default', 'agent main/d/A']],
    [
      'and with calls',
      'assert Judge(x) and Judge("a") return x',
      ['agent main/assert/Judge', 'lazy main/assert/and', 'agent main/assert/Judge#2', 'assert main/assert'],
    ],
    ['and without a call is none', 'assert x == "a" or x == "b" return x', ['assert main/assert']],
    [
      'if, else if, else',
      'if x == "a" { d = A(x) } else if x == "b" { d = B(x) } else { d = x } return d',
      ['if main/if', 'agent main/if/then/d', 'if main/if/else/if', 'agent main/if/else/if/then/d'],
    ],
    [
      'a second if',
      'if x == "" { x = A(x) } if x == "" { x = A(x) } return x',
      ['if main/if', 'agent main/if/then/x', 'if main/if#2', 'agent main/if#2/then/x'],
    ],
    [
      'match, else last',
      'match Sorter(x) { else => { return x } two => { return A(x) } }',
      ['agent main/match/Sorter', 'match main/match', 'agent main/match/two/return/A'],
    ],
    [
      'repeat and stop',
      'repeat max 3 { x = A(x) stop when Judge(x) } return x',
      ['repeat main/repeat', 'agent main/repeat[*]/x', 'agent main/repeat[*]/stop/Judge', 'stop main/repeat[*]/stop'],
    ],
    [
      'for in repeat',
      'repeat max 3 { for y in xs { x = A(y) } } return x',
      ['repeat main/repeat', 'for main/repeat[*]/for', 'agent main/repeat[*]/for[*]/x'],
    ],
  ])('%s', (_, body, expected) => {
    expect(nodesOf(body)).toEqual(expected)
  })
})

describe('an inlined workflow', () => {
  test.each([
    ['that is whole', 'd = twice(x) return d', ['agent main/d/first_try', 'agent main/d/return/B']],
    ['as a part', 'return twice(x)', ['agent main/return/twice/first_try', 'agent main/return/twice/return/B']],
    [
      'called twice',
      'return twice(twice(x))',
      [
        'agent main/return/twice/first_try',
        'agent main/return/twice/return/B',
        'agent main/return/twice#2/first_try',
        'agent main/return/twice#2/return/B',
      ],
    ],
    ['without a call is no node', 'd = plain(x) return d', []],
    ['with a computed argument', 'd = plain("{{x}}!") return d', ['compute main/d/x']],
    ['with an agent', 'd = apply(A, x) return d', ['agent main/d/y', 'agent main/d/return/use']],
    [
      'with a workflow as an agent',
      'd = apply(twice, x) return d',
      [
        'agent main/d/y/first_try',
        'agent main/d/y/return/B',
        'agent main/d/return/use/first_try',
        'agent main/d/return/use/return/B',
      ],
    ],
    [
      'in a sample',
      'd = sample 2 of twice(x) return d[0]',
      ['sample main/d/sample', 'agent main/d[*]/first_try', 'agent main/d[*]/return/B', 'compute main/return'],
    ],
  ])('%s', (_, body, expected) => {
    expect(nodesOf(body)).toEqual(expected)
  })
})

test('only an equal sibling that is put in before renumbers', () => {
  const before = nodesOf('repeat max 2 { x = A(x) } return x')
  const after = nodesOf('repeat max 2 { _ = B(x) } repeat max 2 { x = A(x) } return x')
  expect(before).toEqual(['repeat main/repeat', 'agent main/repeat[*]/x'])
  expect(after).toEqual(['repeat main/repeat', 'agent main/repeat[*]/_', 'repeat main/repeat#2', 'agent main/repeat#2[*]/x'])
})
