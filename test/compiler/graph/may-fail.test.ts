import { describe, expect, test } from 'vitest'
import { mayFail } from '../../../compiler/graph/index.ts'
import { graphOf } from '../compile/compile-source.ts'

const expressionOf = (expression: string) => {
  const { nodes, outputs } = graphOf(`
    workflow main(s: string, t: string?, n: int, xs: string[3], b: bool) -> string {
      made = ${expression}
      return text(made)
    }`).body
  const [made] = nodes.flatMap((node) => (node.kind === 'compute' && node.name === 'main/made' ? [node.expression] : outputs))
  if (made === undefined) throw new Error('nothing is made')
  return made
}

describe('an expression may fail', () => {
  test.each([
    ['xs[0]', true],
    ['n + 1', true],
    ['10 % n', true],
    ['vote(xs)', true],
    ['last(xs)', true],
    ['len(xs) == 2 and xs[1] == s', true],
    ['"a {{xs[0]}}"', true],
    ['"{{#each xs as x}}{{last(split(x, s))}}{{/each}}"', true],
    ['len(xs)', false],
    ['"a {{s}} {{#if b}}{{trim(s)}}{{/if}}"', false],
    ['n < 3 or not b', false],
    ['t ?? s', false],
    ['[s, lower(s)]', false],
    ['{ a: s, b: present([t]) }', false],
  ])('%s: %s', (expression, expected) => {
    expect(mayFail(expressionOf(expression))).toBe(expected)
  })
})
