import { expect, test } from 'vitest'
import { knowing, pathKey, presentWhere } from '../../../compiler/emit/knowledge.ts'
import type { Pure } from '../../../compiler/index.ts'
import { builtin, constant, equal, field, value } from '../../runtime/graph-builder.ts'

const isNone = (of: Pure): Pure => equal(of, constant(null))
const isThere = (of: Pure): Pure => ({ kind: 'binary', operator: '!=', left: of, right: constant(null) })
const and = (left: Pure, right: Pure): Pure => ({ kind: 'and', left, right })
const or = (left: Pure, right: Pure): Pure => ({ kind: 'or', left, right })
const not = (operand: Pure): Pure => ({ kind: 'not', operand })
const [a, b] = [value('a'), field(value('b'), 'x')]

test.each<[string, Pure, boolean, readonly string[]]>([
  ['a != none', isThere(a), true, ['a']],
  ['not so', isThere(a), false, []],
  ['a == none', isNone(a), false, ['a']],
  ['none != a', { kind: 'binary', operator: '!=', left: constant(null), right: a }, true, ['a']],
  ['a field', isThere(b), true, ['b/x']],
  ['not', not(isNone(a)), true, ['a']],
  ['both', and(isThere(a), isThere(b)), true, ['a', 'b/x']],
  ['not both', and(isThere(a), isThere(b)), false, []],
  ['neither none', or(isNone(a), isNone(b)), false, ['a', 'b/x']],
  ['either', or(isThere(a), isThere(b)), true, []],
  ['no path', isThere(builtin('number', [a])), true, []],
  ['another comparison', equal(a, constant('x')), true, []],
])('%s', (_, condition, outcome, keys) => {
  expect(presentWhere(condition, outcome)).toEqual(keys)
})

test('a path is a value and fields of it', () => {
  expect([pathKey(a), pathKey(b), pathKey(field(builtin('last', [a]), 'x'))]).toEqual(['a', 'b/x', null])
})

test('what TypeScript sees by itself needs not be told', () => {
  const known = knowing(knowing(new Map(), ['a'], 'native'), ['a', 'b'], 'told')
  expect([...known]).toEqual([
    ['a', 'native'],
    ['b', 'told'],
  ])
})
