import { expect, test } from 'vitest'
import { ValueTypes } from '../../../compiler/emit/value-types.ts'
import { graphOf } from '../compile/compile-source.ts'

const declarations = `
enum Kind { one, two }
agent A(q: string) -> string
agent Maybe(q: string) -> string?
agent Pick(kind: Kind) -> Kind
`

/** The type of what the workflow returns, as TypeScript would have to be told it. */
function returned(body: string, result: string): unknown {
  const graph = graphOf(`${declarations}workflow main(q: string, n: int) -> ${result} { ${body} }`)
  const [output] = graph.body.outputs
  if (output === undefined) throw new Error('a workflow returns something')
  return new ValueTypes(graph).typeOf(output, new Map())
}

const string = { kind: 'string' }

test.each([
  ['a call', 'return A(q)', 'string', string],
  ['a loop widens what it carries', 'a: string? = none repeat max 2 { a = Maybe(q) } return a', 'string?', { kind: 'optional', inner: string }],
  ['branches join', 'if n > 1 { a = Maybe(q) } else { a = q } return a', 'string?', { kind: 'optional', inner: string }],
  ['texts that are no members are texts', 'if n > 1 { a = "x" } else { a = "y" } return a', 'string', string],
  [
    'texts that are members stay members',
    'k = Kind.one if n > 1 { k = Kind.two } return Pick(k)',
    'Kind',
    expect.objectContaining({ kind: 'enum', name: 'Kind' }),
  ],
  ['a list of iterations', 'return each x in lines(q) max 2 { yield { x: x } }', '{ x: string }[2]', {
    kind: 'list',
    element: { kind: 'record', fields: [{ name: 'x', type: string }] },
    size: null,
  }],
  ['what is known to be there', 'a = Maybe(q) assert a != none b = [a] return b', 'string[]', { kind: 'list', element: string, size: null }],
])('%s', (_, body, result, type) => {
  expect(returned(body, result)).toEqual(type)
})
