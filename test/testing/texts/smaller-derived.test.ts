import { expect, test } from 'vitest'
import { composed, written } from '../../../testing/texts/derived.ts'
import type { Derived } from '../../../testing/texts/derived.ts'
import { Shortest } from '../../../testing/texts/shortest.ts'
import { smallerDerived } from '../../../testing/texts/smaller-derived.ts'
import { lists, rule } from './lists.ts'

const shortest = new Shortest(lists)

const digit = (text: string): Derived => {
  const expression = lists.lexemes.get('digit')
  if (expression === undefined) throw new Error('the grammar has digits')
  return composed(rule('item'), [composed(shortest.rule('item'), [composed(rule('digit'), [written(expression, text)])])])
}

/** `[…]` with one item. */
function list(item: Derived): Derived {
  const [open, , more, close] = shortest.of(rule('list')).parts[0]?.parts ?? []
  if (open === undefined || more === undefined || close === undefined) throw new Error('a list has brackets')
  return composed(rule('list'), [composed(shortest.rule('list'), [open, item, more, close])])
}

const inItem = (inner: Derived): Derived => composed(rule('item'), [composed(shortest.rule('item'), [inner])])

test('the least comes first, then what a rule derives further inside, then smaller parts', () => {
  expect([...smallerDerived(shortest, list(inItem(list(digit('7')))))].map(({ text }) => text)).toEqual(['[1]', '[7]', '[[1]]'])
})

test('nothing is smaller than the least', () => {
  expect([...smallerDerived(shortest, shortest.of(rule('list')))]).toEqual([])
})
