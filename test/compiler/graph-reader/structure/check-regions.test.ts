import { describe, expect, test } from 'vitest'
import { edited, expectProblem, messagesOf, placesOf } from '../edited.ts'
import type { Edits } from '../edited.ts'
import { nodes, script } from '../mixed-graph.ts'

describe('regions', () => {
  const none = { kind: 'constant', value: null }

  test.each<[Edits, string, string | RegExp]>([
    [{ '/body/outputs': [] }, '/body/outputs', 'This block hands on 0 values; 1 are taken.'],
    [{ [`${nodes}/2/else/outputs`]: [none, none] }, `${nodes}/2/else/outputs`, 'This block hands on 2 values; 1 are taken.'],
    [{ [`${nodes}/6/body/outputs`]: [none, none] }, `${nodes}/6/body/outputs`, 'This block hands on 2 values; 1 are taken.'],
    [
      { [`${nodes}/3/body/nodes/1/carried`]: [] },
      `${nodes}/3/body/nodes/1/carried`,
      'This `stop` hands on 0 values; its loop carries 1.',
    ],
    [
      {
        [`${nodes}/1/arms/1/member`]: 'easy',
        [`${nodes}/1/arms/1/block/nodes`]: [],
        [`${nodes}/1/arms/1/block/outputs`]: [none],
      },
      `${nodes}/1/arms/1/member`,
      'There is an arm for `easy` before.',
    ],
    [
      { [`${nodes}/1/arms/0/member`]: null },
      `${nodes}/1/arms/1/member`,
      'No arm follows the one for all other members. Put the arm of `null` last.',
    ],
  ])('%j', expectProblem)

  test('a result for each carried value', () => {
    const data = edited(script, { [`${nodes}/5/results`]: [] })
    expect(placesOf(data)).toContain(`structure ${nodes}/5/results`)
  })

  test.each(['/body/nodes', `${nodes}/4/body/nodes`, `${nodes}/6/body/nodes/0/attempt/nodes`, `${nodes}/7/right/nodes`])(
    'no stop in %s',
    (block) => {
      const stop = {
        kind: 'stop',
        name: 'main/stop',
        instance: 'main/stop',
        place: { file: '', start: 0, end: 0 },
        budgets: [0],
        condition: { kind: 'constant', value: true },
        carried: [],
      }
      const data = edited(script, { [`${block}/0`]: stop })
      expect(messagesOf(data)).toContain(
        'This `stop` has no loop to leave. It stands in a `repeat` or `for`, with only `if` and `match` between.',
      )
    },
  )
})
