import { describe, expect, test } from 'vitest'
import { costliestNode } from '../../../compiler/bounds/costliest-node.ts'
import { graphOf } from '../compile/compile-source.ts'

const declarations = `
tool write(x: string) -> string from "host:write"
agent A(x: string) -> string
agent Number(x: string) -> int { repairs 4 }
`

const costliest = (body: string) => {
  const graph = graphOf(`${declarations}workflow main(x: string) -> string { ${body} }`)
  return (['calls', 'depth'] as const).map((measure) => {
    const found = costliestNode(graph, measure)
    return found === null ? null : `${found.name} ${found.cost}`
  })
}

describe('the costliest node, for calls and for depth', () => {
  test.each([
    ['none without a call', 'return x', [null, null]],
    ['counts repairs', 'y = A(x) z = Number(y) return "{{z}}"', ['main/z 5', 'main/z 5']],
    ['counts repeats', 'repeat max 6 { x = A(x) } y = Number(x) return "{{y}}"', ['main/repeat/x 6', 'main/repeat/x 6']],
    ['counts samples for calls', 'y = sample 6 of A(x) z = Number(x) return "{{y}}{{z}}"', ['main/y 6', 'main/z 5']],
    ['counts samples in order', 'y = sample 6 of write(A(x)) z = Number(x) return "{{y}}{{z}}"', ['main/y/A 6', 'main/y/A 6']],
    [
      'counts an each for calls',
      'y = each a in [x, x] { b = sample 3 of A(a) yield b } z = Number(x) return "{{y}}{{z}}"',
      ['main/y/each/b 6', 'main/z 5'],
    ],
    [
      'counts an each in order',
      'y = each a in [x, x] max 6 { yield write(A(a)) } z = Number(x) return "{{y}}{{z}}"',
      ['main/y/A 6', 'main/y/A 6'],
    ],
    [
      'is the first of equals',
      'if x == "" { x = A(x) } else { y = A(x) x = A(y) } return x',
      ['main/if/then/x 1', 'main/if/then/x 1'],
    ],
  ])('%s', (_, body, expected) => {
    expect(costliest(body)).toEqual(expected)
  })
})
