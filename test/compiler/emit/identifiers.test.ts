import { expect, test } from 'vitest'
import { Identifiers, bindingText, fieldKey, lowerFirst, objectText, upperFirst } from '../../../compiler/emit/identifiers.ts'

test('each is handed out once, and none that a module needs', () => {
  const names = new Identifiers()
  expect([names.take('draft'), names.take('draft'), names.take('at'), names.take('await'), names.take('mas')]).toEqual([
    'draft',
    'draft2',
    'at2',
    'await2',
    'mas2',
  ])
})

test('inner ones leave outer ones alone; beside each other they may be the same', () => {
  const outer = new Identifiers()
  outer.take('draft')
  expect([new Identifiers(outer).take('draft'), new Identifiers(outer).take('draft')]).toEqual(['draft2', 'draft2'])
})

test.each([
  [objectText([]), '{}'],
  [objectText([['a', 'a'], ['b', '1']]), '{ a, b: 1 }'],
  [objectText([['__proto__', '__proto__']]), "{ ['__proto__']: __proto__ }"],
  [bindingText([['a', 'a'], ['await', 'await2']]), '{ a, await: await2 }'],
  [fieldKey('match'), 'match'],
  [lowerFirst('Solver'), 'solver'],
  [upperFirst('main'), 'Main'],
])('%s', (text, expected) => {
  expect(text).toBe(expected)
})
