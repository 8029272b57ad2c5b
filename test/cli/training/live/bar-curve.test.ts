import { expect, test } from 'vitest'
import { barCurve, columnsOf } from '../../../../cli/training/live/bar-curve.ts'

const unit = { lowest: 0, highest: 1 }

test.each([
  [[0, 1], 1, unit, ['▁█']],
  [[0, 0.5, 1], 2, unit, [' ▁█', '▁██']],
  [[0.25, null, 9, -9], 1, unit, ['▃ █▁']],
  [[3, 3], 1, { lowest: 3, highest: 3 }, ['▁▁']],
  [[], 2, unit, ['', '']],
])('%j in %d lines', (values, rows, range, lines) => {
  expect(barCurve(values, rows, range)).toEqual(lines)
})

test('more values than columns become means of neighbours, a gap only where none has a value', () => {
  expect(columnsOf([1, 3, null, 5, null, null], 3)).toEqual([2, 5, null])
  expect(columnsOf([1, 2], 3)).toEqual([1, 2])
  const many = columnsOf(Array.from({ length: 101 }, () => 1), 72)
  expect(many).toEqual(Array.from({ length: 72 }, () => 1))
})
