import { describe, expect, test } from 'vitest'
import { edited, messagesOf, placesOf } from '../edited.ts'
import { script } from '../mixed-graph.ts'

describe('the form of a graph', () => {
  test.each([
    ['/workflow', 7, '/workflow', 'This is `7`; a text was expected.'],
    ['/workflow', 'a b', '/workflow', 'This is `"a b"`; a name of letters, digits and `_`, no digit first, was expected.'],
    [
      '/file',
      undefined,
      '',
      'The field `file` is missing. The fields are `version`, `workflow`, `file`, `documentation`, `parameters`, `result`, `body`, `agents`, `tools`, `budgets`, `bounds`.',
    ],
    ['/workfow', 'x', '/workfow', 'There is no field `workfow` here. Did you mean `workflow`?'],
    ['/body/nodes/0/kind', 'agnt', '/body/nodes/0/kind', 'There is no kind `"agnt"` here. Did you mean `agent`?'],
    [
      '/body/nodes/0/kind',
      undefined,
      '/body/nodes/0',
      /^The field `kind` is missing\. The kinds are `agent`, `tool`, `compute`, /,
    ],
    [
      '/body/nodes/0/name',
      'main//x',
      '/body/nodes/0/name',
      'This is `"main//x"`; a node\'s name, such as `main/repeat/review`, was expected.',
    ],
    ['/body/nodes/0/instance', 'main/x[1]', '/body/nodes/0/instance', /^This is `"main\/x\[1\]"`; an instance name/],
    ['/body/nodes/0/budgets', [-1], '/body/nodes/0/budgets/0', 'This is `-1`; a number of at least 0 was expected.'],
    ['/body/nodes/0/place/start', 1.5, '/body/nodes/0/place/start', 'This is `1.5`; a whole number was expected.'],
    [
      '/body/nodes/3/maximum',
      2 ** 53,
      '/body/nodes/3/maximum',
      'This is `9007199254740992`; a number of at most 9007199254740991 was expected.',
    ],
    [
      '/body/nodes/2/condition/operator',
      '===',
      '/body/nodes/2/condition/operator',
      /^This is `"==="`\. Write one of `==`, `!=`, /,
    ],
    ['/body/nodes/2/then', [], '/body/nodes/2/then', 'This is a list; an object, in `{ }`, was expected.'],
    ['/body/nodes/8/message', 3, '/body/nodes/8/message', 'This is `3`; an object, in `{ }`, was expected.'],
    [
      '/agents/Writer/prompt/parts/0/kind',
      'x',
      '/agents/Writer/prompt/parts/0/kind',
      'There is no kind `"x"` here. The kinds are `chunk`, `insert`, `if`, `each`.',
    ],
    ['/agents/Writer/temperature', 3, '/agents/Writer/temperature', 'This is `3`; a number of at most 2 was expected.'],
    ['/agents/Writer/top_p', 0, '/agents/Writer/top_p', 'This is `0`; a number above 0 was expected.'],
    [
      '/agents/Writer/model',
      '-x',
      '/agents/Writer/model',
      'This is `"-x"`; a slot of letters, digits, `_`, `-` and `.` was expected.',
    ],
    ['/agents/Writer/documentation', 1, '/agents/Writer/documentation', 'This is `1`; a text or `null` was expected.'],
    ['/result', { kind: 'unknown' }, '/result/kind', /^There is no kind `"unknown"` here\. The kinds are `string`, `int`/],
    [
      '/result',
      { kind: 'list', element: { kind: 'string' }, size: { kind: 'symbol', name: 'n' } },
      '/result/size/kind',
      /^There is no kind `"symbol"` here/,
    ],
    ['/tools/look/pure', 'yes', '/tools/look/pure', 'This is `"yes"`; `true` or `false` was expected.'],
    ['/version', '1', '/version', 'This is `"1"`; a number was expected.'],
  ])('%s with %j', (pointer, value, place, message) => {
    const data = edited(script, { [pointer]: value })
    expect(placesOf(data)).toEqual([`shape ${place}`])
    expect(messagesOf(data)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })

  test.each([
    ['', 'workflow', 'workfow'],
    ['/agents/Writer', 'tools', 'toolz'],
  ])('names the field of "%s" that stands, misspelt, in the place of `%s`', (part, name, misspelt) => {
    const data = edited(script, { [`${part}/${name}`]: undefined, [`${part}/${misspelt}`]: [] })
    expect(placesOf(data)).toEqual([`shape ${part}/${misspelt}`])
    expect(messagesOf(data)).toEqual([`There is no field \`${misspelt}\` here. Did you mean \`${name}\`?`])
  })

  test('is told of every part, in the order of the file', () => {
    const data = edited(script, {
      '/parameters/0/name': 1,
      '/body/nodes/0/x': 1,
      '/body/nodes/3/body/nodes/0/arguments/0/id': 2,
      '/tools/look/from': 3,
    })
    expect(placesOf(data)).toEqual([
      'shape /parameters/0/name',
      'shape /body/nodes/0/x',
      'shape /body/nodes/3/body/nodes/0/arguments/0/id',
      'shape /tools/look/from',
    ])
  })

  test('is told a hundred times at most', () => {
    expect(placesOf(edited(script, { '/body/nodes': Array.from({ length: 300 }, () => 1) }))).toHaveLength(100)
  })

  test('cuts long foreign texts', () => {
    const [message = ''] = messagesOf(edited(script, { '/body/nodes/0/kind': 'x'.repeat(10_000) }))
    expect(message.length).toBeLessThan(250)
  })
})
