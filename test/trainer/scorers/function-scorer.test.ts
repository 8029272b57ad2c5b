import { expect, test } from 'vitest'
import { functionScorer } from '../../../trainer/scorers/index.ts'
import { scoredTask, verdict } from './scored-task.ts'

test('judges the result and knows the task', async () => {
  const half = functionScorer('half', (value, { id }) => (value === id ? 0.5 : null))
  expect(await verdict(half, 't')).toEqual({ kind: 'scored', score: 0.5 })
  expect(await verdict(half, 'u')).toEqual({ kind: 'unknown', reason: 'the scorer half cannot say' })
})

test('changes no task', async () => {
  const task = scoredTask({ expected: [7] })
  const sloppy = functionScorer('sloppy', (_, given) => {
    const expected = given.expected as number[]
    expected.push(8)
    return expected.length / 4
  })
  const judged = [await sloppy.judge(1, task), await sloppy.judge(1, task)]
  expect(judged).toEqual([{ kind: 'scored', score: 0.5 }, { kind: 'scored', score: 0.5 }])
  expect(task.expected).toEqual([7])
})

test('may take its time', async () => {
  expect(await verdict(functionScorer('slow', () => Promise.resolve(1)), 't')).toEqual({ kind: 'scored', score: 1 })
})

test.each([
  [() => 1.5, 'the scorer bad gave 1.5: a score is a number from 0 to 1, or null'],
  [() => -0.1, 'the scorer bad gave -0.1: a score is a number from 0 to 1, or null'],
  [() => NaN, 'the scorer bad gave NaN: a score is a number from 0 to 1, or null'],
  [() => undefined, 'the scorer bad gave nothing: a score is a number from 0 to 1, or null'],
  [() => '1', 'the scorer bad gave a string: a score is a number from 0 to 1, or null'],
  [
    () => {
      throw new Error('no such field')
    },
    'the scorer bad threw: no such field',
  ],
])('what is no score is a failure, and no 0: %s', async (judge, reason) => {
  expect(await verdict(functionScorer('bad', judge as () => number), 't')).toEqual({ kind: 'failed', reason })
})
