import { expect, test } from 'vitest'
import { nameHint } from '../../../runtime/configuration/index.ts'

test.each([
  ['defualt', ['large', 'default'], ' Did you mean "default"?'],
  ['Default', ['default'], ' Did you mean "default"?'],
  ['zzz', ['a', 'bcd'], ' There is "a", "bcd".'],
  ['zzz', [], ''],
])('%s among %j', (written, candidates, hint) => {
  expect(nameHint(written, candidates)).toBe(hint)
})
