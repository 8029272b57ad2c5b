import { expect, test } from 'vitest'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'
import { maximumListLength, maximumTextLength } from '../../../runtime/values/size-limits.ts'
import { testBuiltin, testFailure } from './expect-builtin.ts'

testBuiltin('lines', [
  [['a\nb\r\nc\rd'], null, ['a', 'b', 'c', 'd']],
  [['a\n'], null, ['a']],
  [['a\n\n'], null, ['a', '']],
  [['\na'], null, ['', 'a']],
  [[''], null, []],
])
testBuiltin('split', [
  [['a, b', ', '], null, ['a', 'b']],
  [['', ','], null, ['']],
  [['a,', ','], null, ['a', '']],
  [['a.b', '.'], null, ['a', 'b']],
  [['a😀', ''], null, ['a', '😀']],
  [['', ''], null, []],
])
testBuiltin('chunks', [
  [['abcde', 2], null, ['ab', 'cd', 'e']],
  [['a😀b', 2], null, ['a😀', 'b']],
  [['', 2], null, []],
  [['ab', 10], null, ['ab']],
])
testFailure('chunks', 'bad_argument', [
  ['a', 0],
  ['a', -3],
])
testBuiltin('join', [
  [[['a', 1, null, ['x']], '-'], null, 'a-1--["x"]'],
  [[[], '-'], null, ''],
  [[['a'], '-'], null, 'a'],
])

test('texts and lists do not outgrow their limits', () => {
  const half = 'x'.repeat(maximumTextLength / 2)
  expect(callBuiltin('join', [[half, half], ''], null)).toHaveLength(maximumTextLength)
  expect(callBuiltin('join', [[half, half], ','], null)).toMatchObject({ code: 'too_large' })
  expect(callBuiltin('join', [[[half, half]], ''], null)).toMatchObject({ code: 'too_large' })
  const long = ','.repeat(maximumListLength)
  expect(callBuiltin('split', [long, ','], null)).toMatchObject({ code: 'too_large' })
  expect(callBuiltin('chunks', [`${long},`, 1], null)).toMatchObject({ code: 'too_large' })
  expect(callBuiltin('lines', ['\n'.repeat(maximumListLength + 1)], null)).toMatchObject({ code: 'too_large' })
})
