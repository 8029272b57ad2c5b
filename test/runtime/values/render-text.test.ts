import { expect, test } from 'vitest'
import { renderJson } from '../../../runtime/values/render-json.ts'
import { renderText } from '../../../runtime/values/render-text.ts'
import { maximumTextLength } from '../../../runtime/values/size-limits.ts'

test('strings are themselves, none is nothing, the rest is compact JSON', () => {
  expect(['a"b', null, 1, true, ['a'], { a: null }].map(renderText)).toEqual(['a"b', '', '1', 'true', '["a"]', '{"a":null}'])
})

test('JSON that would be too long is a failure, also beyond what the engine can hold', () => {
  const large = 'x'.repeat(maximumTextLength)
  expect(renderText(large)).toBe(large)
  expect(renderJson(large)).toMatchObject({ code: 'too_large' })
  expect(renderText(Array.from({ length: 40 }, () => large))).toMatchObject({ code: 'too_large' })
})
