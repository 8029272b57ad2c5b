import { testBuiltin } from './expect-builtin.ts'

testBuiltin('number', [
  [['12'], null, 12],
  [[' -0.5\n'], null, -0.5],
  [['+1e-3'], null, 0.001],
  [['007'], null, 7],
  [['-0'], null, 0],
  [[''], null, null],
  [['1.'], null, null],
  [['.5'], null, null],
  [['1,000'], null, null],
  [['0x10'], null, null],
  [['1e999'], null, null],
  [['Infinity'], null, null],
  [['NaN'], null, null],
  [['1 2'], null, null],
  [['8*2-7'], null, null],
  [['$5'], null, null],
])
testBuiltin('int', [
  [['12'], null, 12],
  [['\t-3 '], null, -3],
  [['+3'], null, 3],
  [['-0'], null, 0],
  [['3.0'], null, null],
  [['1e3'], null, null],
  [['9007199254740991'], null, 9007199254740991],
  [['9007199254740992'], null, null],
  [[''], null, null],
  [['three'], null, null],
])
testBuiltin('text', [
  [['a'], null, 'a'],
  [[null], null, ''],
  [[1.5], null, '1.5'],
  [[['a']], null, '["a"]'],
])
testBuiltin('json', [
  [['a"'], null, '"a\\""'],
  [[null], null, 'null'],
  [[{ a: [1, null] }], null, '{"a":[1,null]}'],
])
