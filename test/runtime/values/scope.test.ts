import { expect, test } from 'vitest'
import { Scope } from '../../../runtime/values/scope.ts'

test('a scope finds its own values first, then those outside', () => {
  const outer = new Scope()
  const inner = new Scope(new Scope(outer))
  outer.set('a', 1)
  outer.set('b', null)
  inner.set('a', 2)
  expect([inner.get('a'), inner.get('b'), outer.get('a')]).toEqual([2, null, 1])
})

test('a value that was never defined is a bug', () => {
  expect(() => new Scope(new Scope()).get('constructor')).toThrow('constructor')
})
