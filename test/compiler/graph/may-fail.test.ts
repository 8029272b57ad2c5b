import { describe, expect, test } from 'vitest'
import { mayFail, mayFailOrOutgrow } from '../../../compiler/graph/index.ts'
import type { Pure } from '../../../compiler/graph/index.ts'
import { builtin, constant, equal, field, text, value } from '../../runtime/graph-builder.ts'
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

const a = value('a')
const sum: Pure = { kind: 'binary', operator: '+', left: a, right: constant(1) }

describe('an expression may fail, or grow too large', () => {
  test.each<[string, Pure, boolean]>([
    ['a value', a, false],
    ['a constant', constant(1), false],
    ['a field', field(a, 'x'), false],
    ['a list', { kind: 'list', items: [a] }, false],
    ['a list with a sum', { kind: 'list', items: [a, sum] }, true],
    ['a record', { kind: 'record', spread: null, fields: [{ name: 'x', value: a }] }, false],
    ['a record with a sum', { kind: 'record', spread: a, fields: [{ name: 'x', value: sum }] }, true],
    ['a comparison', equal(a, constant(1)), false],
    ['a comparison of a sum', equal(sum, constant(1)), true],
    ['a sum', sum, true],
    ['an index', { kind: 'index', of: a, index: constant(0) }, true],
    ['a builtin', builtin('len', [a]), true],
    ['a text', text('x', a), true],
    ['not', { kind: 'not', operand: a }, false],
    ['a default', { kind: 'default', left: a, right: sum }, true],
  ])('%s: %s', (_, pure, expected) => {
    expect(mayFailOrOutgrow(pure)).toBe(expected)
  })
})
