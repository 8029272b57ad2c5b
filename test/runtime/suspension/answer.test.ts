import { expect, test } from 'vitest'
import { readAnswerEnd } from '../../../runtime/suspension/answer.ts'

test.each([{ kind: 'value', value: null }, { kind: 'approved' }, { kind: 'declined', reason: '' }, { kind: 'aborted' }])(
  '%j is read as it was',
  (end) => {
    expect(readAnswerEnd(end)).toEqual(end)
  },
)

test.each([null, 'approved', {}, { kind: 'value' }, { kind: 'declined' }, { kind: 'declined', reason: 1 }, { kind: 'else' }])(
  '%j is no answer',
  (stored) => {
    expect(readAnswerEnd(stored)).toBe(null)
  },
)
