import { expect, test } from 'vitest'
import { applyEdits, insertion } from '../../../compiler/fixes/edits.ts'

test('edits keep what is outside of them', () => {
  const edits = [insertion(0, 'x'), { range: { start: 1, end: 3 }, text: '' }, { range: { start: 3, end: 4 }, text: 'longer' }, insertion(6, '!')]
  expect(applyEdits('abcdef', edits)).toBe('xalongeref!')
  expect(applyEdits('abcdef', [])).toBe('abcdef')
})
