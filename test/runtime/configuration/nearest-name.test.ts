import { expect, test } from 'vitest'
import { nameHint, nearestName } from '../../../runtime/configuration/index.ts'

test.each([
  ['defualt', ['large', 'default'], 'default'],
  ['Default', ['default'], 'default'],
  ['main2', ['main'], 'main'],
  ['x', ['y'], 'y'],
  ['large', ['default'], null],
  ['', [], null],
])('%s among %j', (written, candidates, expected) => {
  expect(nearestName(written, candidates)).toBe(expected)
})

test('where none is near, the hint lists what there is', () => {
  expect(nameHint('zzz', ['a', 'bcd'])).toBe(' There is "a", "bcd".')
  expect(nameHint('zzz', [])).toBe('')
})
