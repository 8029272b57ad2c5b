import { expect, test } from 'vitest'
import { Progress } from './progress.ts'

test.each([
  ['nobody has begun', [], 0],
  ['one after the other', [0, 1, 2, 0, 1, 2], 1],
  ['one twice before another once', [0, 0, 1, 2], 2],
  ['the last to begin', [0, 1, 0, 1, 0, 1, 2], 3],
])('%s', (_, steps, ahead) => {
  const progress = new Progress(3, 3)
  for (const run of steps) progress.step(run)
  expect(progress.ahead).toBe(ahead)
})

test('a run makes no more steps than there are', () => {
  const progress = new Progress(1, 1)
  progress.step(0)
  expect(() => { progress.step(0) }).toThrow(RangeError)
})
