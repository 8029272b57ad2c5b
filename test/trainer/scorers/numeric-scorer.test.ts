import { describe, expect, test } from 'vitest'
import { scorerNamed } from '../../../trainer/scorers/index.ts'
import { score } from './scored-task.ts'

const numeric = scorerNamed('numeric')

test.each([
  ['7', 7, 1],
  [' 7.0 ', '7', 1],
  ['+7', 7, 1],
  ['-0', 0, 1],
  ['7e0', '7', 1],
  ['1e3', 1000, 1],
  ['0.5', 0.5, 1],
  ['.5', '0.50', 1],
  ['999', 1000, 0],
  ['1000.0000001', 1000, 0],
  ['9007199254740993', '9007199254740992', 0],
  ['9007199254740993', '9007199254740993', 1],
  ['100000000000000000000000000000001', '1e32', 0],
  ['1e400', '1e401', 0],
  ['1e-999', '2e-999', 0],
  ['7 apples', 7, 0],
  ['0x10', 16, 0],
  ['', 0, 0],
  ['Infinity', 'Infinity', 0],
  [true, 1, 0],
  [[7], 7, 0],
] as const)('%j for %j scores %d', async (result, expected, wanted) => {
  expect(await score(numeric, result, { expected })).toBe(wanted)
})

describe('a tolerance', () => {
  const within = (options: { tolerance?: number; relativeTolerance?: number }, result: string | number, expected: number) =>
    score(scorerNamed('numeric', options), result, { expected })

  test('that is not declared is none: half a percent beside is a miss', async () => {
    expect(await within({}, 1005, 1001)).toBe(0)
    expect(await within({}, 0.5024, 0.5)).toBe(0)
  })

  test.each([
    [{ tolerance: 0.5 }, 7.5, 7, 1],
    [{ tolerance: 0.5 }, 7.51, 7, 0],
    [{ tolerance: 0.5 }, '6.5', 7, 1],
    [{ relativeTolerance: 0.005 }, 1005, 1001, 1],
    [{ relativeTolerance: 0.005 }, 1010, 1001, 0],
    [{ relativeTolerance: 0.01 }, -99, -100, 1],
    [{ tolerance: 1, relativeTolerance: 0.1 }, 108, 100, 1],
    [{ tolerance: 1 }, 'seven', 7, 0],
  ] as const)('%j: %j for %j scores %d', async (options, result, expected, wanted) => {
    expect(await within(options, result, expected)).toBe(wanted)
  })
})
