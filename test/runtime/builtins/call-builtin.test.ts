import { expect, test } from 'vitest'
import { builtins as checked } from '../../../compiler/builtins/index.ts'
import { builtins, callBuiltin } from '../../../runtime/builtins/call-builtin.ts'

test('the runtime has the builtins that the checker knows, and no others', () => {
  expect([...builtins.keys()].sort()).toEqual([...checked.keys()].sort())
})

test.each(['constructor', '__proto__', 'nothing'])('a builtin that does not exist is a bug: %s', (name) => {
  expect(() => callBuiltin(name, [], null)).toThrow(name)
})
