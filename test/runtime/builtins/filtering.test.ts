import { testBuiltin } from './expect-builtin.ts'

const yes = { ok: true, n: 1 }
const no = { ok: false, n: 2 }

testBuiltin('where', [
  [[[]], null, []],
  [[[yes, no, yes]], 'ok', [yes, yes]],
  [[[true, false]], null, [true]],
])
testBuiltin('count', [
  [[[]], null, 0],
  [[[true, false, true]], null, 2],
  [[[yes, no]], 'ok', 1],
])
testBuiltin('any', [
  [[[]], null, false],
  [[[false, true]], null, true],
  [[[no, no]], 'ok', false],
])
testBuiltin('all', [
  [[[]], null, true],
  [[[false, true]], null, false],
  [[[yes, yes]], 'ok', true],
])
testBuiltin('present', [
  [[[]], null, []],
  [[[null, 'a', null, '']], null, ['a', '']],
  [[[0, false, null]], null, [0, false]],
])
