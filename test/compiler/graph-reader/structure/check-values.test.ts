import { describe, test } from 'vitest'
import { expectProblem } from '../edited.ts'
import type { Edits } from '../edited.ts'
import { nodes } from '../mixed-graph.ts'

describe('values', () => {
  const read = (id: string) => ({ kind: 'value', id })

  test.each<[Edits, string, string | RegExp]>([
    [
      { [`${nodes}/0/arguments/0/id`]: 'tsk' },
      `${nodes}/0/arguments/0/id`,
      'The value `tsk` has not been assigned here. Did you mean `task`?',
    ],
    [
      { [`${nodes}/0/arguments/0/id`]: '__proto__' },
      `${nodes}/0/arguments/0/id`,
      /^The value `__proto__` has not been assigned here\./,
    ],
    [{ [`${nodes}/0/arguments/0/id`]: 'draft.2' }, `${nodes}/0/arguments/0/id`, /has not been assigned here/],
    [{ [`${nodes}/0/arguments/0/id`]: 'Sort' }, `${nodes}/0/arguments/0/id`, /has not been assigned here/],
    [
      { [`${nodes}/9/expression/arguments/0/id`]: 'Helper' },
      `${nodes}/9/expression/arguments/0/id`,
      /^The value `Helper` belongs to a block before this\./,
    ],
    [
      { [`${nodes}/9/expression/arguments/0/id`]: 'draft.3' },
      `${nodes}/9/expression/arguments/0/id`,
      /belongs to a block before this/,
    ],
    [
      { [`${nodes}/9/expression/arguments/0/id`]: 'part' },
      `${nodes}/9/expression/arguments/0/id`,
      /belongs to a block before this/,
    ],
    [
      { [`${nodes}/6/body/nodes/0/fallback/outputs/0`]: read('Writer.3') },
      `${nodes}/6/body/nodes/0/fallback/outputs/0/id`,
      /belongs to a block before this/,
    ],
    [
      { [`${nodes}/9/result`]: 'task', '/body/outputs/0/id': 'task' },
      `${nodes}/9/result`,
      'The value `task` is assigned before. Write `task.2`, or another id.',
    ],
    [{ [`${nodes}/5/index`]: 'one' }, `${nodes}/5/index`, /^The value `one` is assigned before\./],
    [
      { '/parameters/1/value': 'task', [`${nodes}/7/left/left/id`]: 'task', [`${nodes}/7/right/nodes/0/arguments/0/id`]: 'task' },
      '/parameters/1/value',
      /^The value `task` is assigned before\./,
    ],
    [
      { '/agents/Writer/prompt/parts/1/value/id': 'hint' },
      '/agents/Writer/prompt/parts/1/value/id',
      /^The value `hint` has not been assigned here\./,
    ],
    [
      {
        '/agents/Writer/role': {
          kind: 'text',
          parts: [
            { kind: 'each', list: read('notes'), item: 'x', body: [] },
            { kind: 'insert', value: read('x') },
          ],
        },
      },
      '/agents/Writer/role/parts/1/value/id',
      /belongs to a block before this/,
    ],
    [{ [`${nodes}/0/agent`]: 'Srt' }, `${nodes}/0/agent`, 'The graph has no agent `Srt`. Did you mean `Sort`?'],
    [{ [`${nodes}/0/agent`]: 'constructor' }, `${nodes}/0/agent`, /^The graph has no agent `constructor`\. The agents are /],
    [{ [`${nodes}/2/then/nodes/0/tool`]: 'toString' }, `${nodes}/2/then/nodes/0/tool`, /^The graph has no tool `toString`/],
    [
      { [`${nodes}/0/arguments`]: [] },
      `${nodes}/0/arguments`,
      'The arguments of `Sort` are 1, not 0. In order: task; an absent one is the constant `null`.',
    ],
  ])('%j', expectProblem)
})
