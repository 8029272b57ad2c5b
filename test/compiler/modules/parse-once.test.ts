import { expect, test } from 'vitest'
import { readLibrary } from '../../../compiler/modules/library.ts'
import { parseOnce } from '../../../compiler/modules/parse-once.ts'

test('gives one source the same tree, and another source another one', () => {
  const source = { path: 'a.mas', text: 'type A = string' }
  expect(parseOnce(source)).toBe(parseOnce(source))
  expect(parseOnce({ ...source })).not.toBe(parseOnce(source))
})

test('parses a source again whose text is another one now', () => {
  const source = { path: 'a.mas', text: 'type A = string' }
  const first = parseOnce(source)
  source.text = 'type B = string'
  expect(parseOnce(source)).not.toBe(first)
  expect(parseOnce(source).file.declarations[0]?.name.text).toBe('B')
})

test('the library gives the same source each time', () => {
  const first = readLibrary('tools')
  const second = readLibrary('tools')
  if (first.kind !== 'found' || second.kind !== 'found') throw new Error('the library has no tools')
  expect(first.source).toBe(second.source)
  expect(first.source.text).toContain('export tool calculator')
})

test('what the library does not have is not found the second time either', () => {
  expect(readLibrary('nothing')).toEqual(readLibrary('nothing'))
  expect(readLibrary('nothing').kind).toBe('missing')
})
