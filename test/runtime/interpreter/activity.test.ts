import { expect, test } from 'vitest'
import { cancelAll } from '../../../runtime/interpreter/activity.ts'
import type { Activity } from '../../../runtime/interpreter/activity.ts'

test('cancels the innermost first, however deep', () => {
  const order: string[] = []
  const named = (name: string, ...children: readonly Activity[]): Activity => ({ children, cancel: () => order.push(name) })
  cancelAll([named('a', named('b', named('c')), named('d')), named('e')])
  expect(order.indexOf('c')).toBeLessThan(order.indexOf('b'))
  expect(order.indexOf('b')).toBeLessThan(order.indexOf('a'))
  expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  let deep = named('leaf')
  for (let i = 0; i < 20_000; i += 1) deep = named(`n${i}`, deep)
  cancelAll([deep])
  expect(order).toHaveLength(5 + 20_001)
})
