import { describe, expect, test } from 'vitest'
import { callName, readCallRecord, writeCallRecord } from '../../../trainer/records/index.ts'
import { exampleCall } from '../example-call.ts'

const problemOf = (record: object): string => {
  const read = readCallRecord(JSON.stringify(record))
  if (read.kind === 'record') throw new Error('it was read')
  return read.message
}

test.each([
  exampleCall(),
  exampleCall({ masks: [[3, 5], null], advantages: [0.5, -1e-9] }),
  exampleCall({ execution: null, node: 'designer', policy: 'designer' }),
  exampleCall({ provenance: 'none', tokens: [], logProbabilities: [], promptTokens: [] }),
  exampleCall({ provenance: 'none', logProbabilities: [] }),
])('%# a record survives its line', (record) => {
  const line = writeCallRecord(record)
  expect(line).not.toContain('\n')
  expect(readCallRecord(line)).toEqual({ kind: 'record', record })
})

test('a number that JSON cannot hold is no record', () => {
  expect(() => writeCallRecord(exampleCall({ logProbabilities: [NaN, 0] }))).toThrow(RangeError)
  expect(() => writeCallRecord(exampleCall({ advantages: [0, -Infinity] }))).toThrow('a record holds -Infinity under 1')
})

describe('a line that is no record', () => {
  test('cut off', () => {
    expect(readCallRecord(writeCallRecord(exampleCall()).slice(0, -5))).toEqual({
      kind: 'problem',
      message: 'It is not valid JSON.',
    })
  })

  test.each([
    [{}, "record must have required property 'run'."],
    [exampleCall({ design: 0 }), 'record/design must be >= 1.'],
    [exampleCall({ tokens: [1.5, 2] }), 'record/tokens/0 must be integer.'],
    [exampleCall({ logProbabilities: [-1] }), 'record.logProbabilities has 1 entries for 2 tokens.'],
    [exampleCall({ logProbabilities: [] }), 'record.logProbabilities has 0 entries for 2 tokens.'],
    [exampleCall({ masks: [null] }), 'record.masks has 1 entries for 2 tokens.'],
    [exampleCall({ advantages: [1, 2, 3] }), 'record.advantages has 3 entries for 2 tokens.'],
    [{ ...exampleCall(), more: 1 }, 'record must NOT have additional properties.'],
  ])('%# %s', (record, message) => {
    expect(problemOf(record)).toBe(message)
  })
})

test('the name of a row', () => {
  expect(callName(exampleCall())).toBe('depth:3+4 / design 1 / execution 1 / main/draft')
  expect(callName(exampleCall({ execution: null, node: 'designer' }))).toBe('depth:3+4 / design 1 / designer')
  expect(callName(exampleCall({ attempt: 2 }))).toBe('depth:3+4 / design 1 / execution 1 / main/draft (attempt 2, turn 1)')
})
