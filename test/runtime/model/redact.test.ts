import { expect, test } from 'vitest'
import { redactValue } from '../../../runtime/model/redact.ts'

test.each<[unknown, unknown]>([
  ['it is sk-secret', 'it is [key]'],
  [{ list: ['a', { text: 'sk-secret' }] }, { list: ['a', { text: '[key]' }] }],
  [{ 'sk-secret': 1 }, { '[key]': 1 }],
  [{ seed: 1234567, text: '1234567' }, { seed: 1234567, text: '[key]7' }],
])('%j becomes %j', (value, redacted) => {
  expect(redactValue(value, ['sk-secret', '123456'])).toEqual(redacted)
})

test('a value without a secret stays the same', () => {
  const value = { text: 'nothing', list: [1, null] }
  expect(redactValue(value, ['sk-secret'])).toBe(value)
})
