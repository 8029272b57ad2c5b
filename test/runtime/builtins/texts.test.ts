import { expect, test } from 'vitest'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'
import { maximumTextLength } from '../../../runtime/values/size-limits.ts'
import { testBuiltin } from './expect-builtin.ts'

testBuiltin('trim', [[['\n a b\t'], null, 'a b']])
testBuiltin('lower', [[['ÄbC'], null, 'äbc']])
testBuiltin('replace', [
  [['a.b.c', '.', '-'], null, 'a-b-c'],
  [['aaa', 'aa', 'b'], null, 'ba'],
  [['abc', '', '-'], null, 'abc'],
  [['cost', 'cost', '$&$1'], null, '$&$1'],
  [['a', 'x', 'y'], null, 'a'],
])
testBuiltin('contains', [
  [['abc', 'bc'], null, true],
  [['abc', ''], null, true],
  [['abc', 'B'], null, false],
  [['a.c', 'abc'], null, false],
])

test('a replacement does not outgrow the limit', () => {
  const half = 'x'.repeat(maximumTextLength / 2)
  expect(callBuiltin('replace', [half, 'x', 'yy'], null)).toHaveLength(maximumTextLength)
  expect(callBuiltin('replace', [half, 'x', 'yyy'], null)).toMatchObject({ code: 'too_large' })
})
