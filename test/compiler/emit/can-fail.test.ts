import { expect, test } from 'vitest'
import { canFail } from '../../../compiler/emit/can-fail.ts'
import type { Pure } from '../../../compiler/index.ts'
import { builtin, constant, equal, field, text, value } from '../../runtime/graph-builder.ts'

const a = value('a')
const sum: Pure = { kind: 'binary', operator: '+', left: a, right: constant(1) }

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
  expect(canFail(pure)).toBe(expected)
})
