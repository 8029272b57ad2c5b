import { expect, test } from 'vitest'
import { Knowledge } from '../../../../compiler/graph-reader/types/knowledge.ts'

test('is seen inside and not outside', () => {
  const outer = new Knowledge()
  outer.learn(['a'])
  const inner = outer.inside(['b'])
  expect([inner.isPresent('a'), inner.isPresent('b'), outer.isPresent('b')]).toEqual([true, true, false])
})

test('of what cannot be is no way to come there', () => {
  const outer = new Knowledge()
  expect([outer.inside(null).isReachable, outer.inside(null).inside().isReachable, outer.isReachable]).toEqual([
    false,
    false,
    true,
  ])
})

test('after branches is what all of those have learned that come to their end', () => {
  const outer = new Knowledge()
  outer.merge([outer.inside(['a', 'b']), outer.inside(['b', 'c']), outer.inside(null)])
  expect(['a', 'b', 'c'].map((path) => outer.isPresent(path))).toEqual([false, true, false])
  outer.merge([outer.inside(null), outer.inside(null)])
  expect(outer.isReachable).toBe(false)
})
