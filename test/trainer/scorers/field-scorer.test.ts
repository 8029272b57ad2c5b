import { expect, test } from 'vitest'
import { scorerNamed } from '../../../trainer/scorers/index.ts'
import { score } from './scored-task.ts'

const inField = scorerNamed('exact', { field: 'answer' })

test.each([
  [{ answer: '7', why: '8' }, 1],
  [{ answer: '8', why: '7' }, 0],
  [{ why: '7' }, 0],
  ['7', 0],
  [['7'], 0],
  [null, 0],
] as const)('%j scores %d by its field', async (result, wanted) => {
  expect(await score(inField, result, { expected: '7' })).toBe(wanted)
})

test('what every object inherits is no field', async () => {
  expect(await score(scorerNamed('schema', { field: 'constructor' }), {}, { schema: true })).toBe(0)
})
