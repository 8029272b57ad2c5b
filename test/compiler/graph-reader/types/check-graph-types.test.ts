import { describe, expect, test } from 'vitest'
import { accepted, edited, messagesOf, placesOf } from '../edited.ts'
import type { Edits } from '../edited.ts'
import { nodes, script } from '../mixed-graph.ts'

const constant = (value: unknown) => ({ kind: 'constant', value })
const read = (id: string) => ({ kind: 'value', id })
const binary = (operator: string, left: unknown, right: unknown) => ({ kind: 'binary', operator, left, right })
const builtin = (name: string, inputs: readonly unknown[], selector: string | null = null) => ({
  kind: 'builtin',
  name,
  arguments: inputs,
  selector,
})
const list = (...items: readonly unknown[]) => ({ kind: 'list', items })
const record = (spread: unknown, ...fields: readonly (readonly [string, unknown])[]) => ({
  kind: 'record',
  spread,
  fields: fields.map(([name, value]) => ({ name, value })),
})

function expectTypeProblem(data: unknown, place: string, message: string | RegExp): void {
  expect(placesOf(data)).toEqual([`types ${place}`])
  expect(messagesOf(data)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
}

describe('what does not fit where it is read', () => {
  test.each<[Edits, string, string | RegExp]>([
    [{ '/result': { kind: 'int' } }, '/body/outputs/0', 'This is `string`; the result takes `int`.'],
    [{ [`${nodes}/0/arguments/0`]: constant(1) }, `${nodes}/0/arguments/0`, 'This is `int`; `task` of `Sort` takes `string`.'],
    [{ [`${nodes}/0/arguments/0/id`]: 'hint' }, `${nodes}/0/arguments/0`, 'This is `string?`; `task` of `Sort` takes `string`.'],
    [
      { [`${nodes}/7/left`]: constant(true) },
      `${nodes}/7/right/nodes/0/arguments/0`,
      'This is `string?`; `task` of `Sort` takes `string`.',
    ],
    [{ [`${nodes}/7/operator`]: 'or' }, `${nodes}/7/right/nodes/0/arguments/0`, /^This is `string\?`/],
    [{ [`${nodes}/1/subject/id`]: 'task' }, `${nodes}/1/subject`, 'This is `string`; `match` takes an enum.'],
    [
      { [`${nodes}/1/arms/0/member`]: 'medium' },
      `${nodes}/1/arms`,
      'There is no arm for `easy`. Add an arm for each, or one with the member `null` for all others.',
    ],
    [
      { [`${nodes}/1/arms/0/block/outputs/0`]: constant(1) },
      `${nodes}/1`,
      'Its blocks hand on `int` and `string`, which have no common type.',
    ],
    [{ [`${nodes}/2/condition`]: read('draft') }, `${nodes}/2/condition`, 'This is `string`; `if` takes `bool`.'],
    [
      { [`${nodes}/3/carried/0/initial`]: constant(1) },
      `${nodes}/3/body/nodes/0/arguments/0`,
      'This is `int`; `task` of `Helper` takes `string`.',
    ],
    [
      { [`${nodes}/3/body/outputs/0`]: constant(2) },
      `${nodes}/3/body/outputs/0`,
      'This is `int`; the carried value `draft.3` takes `string`.',
    ],
    [
      { [`${nodes}/3/body/nodes/1/carried/0`]: constant(2) },
      `${nodes}/3/body/nodes/1/carried/0`,
      'This is `int`; the carried value `draft.3` takes `string`.',
    ],
    [
      { [`${nodes}/3/body/nodes/1/condition`]: constant(1) },
      `${nodes}/3/body/nodes/1/condition`,
      'This is `int`; `stop` takes `bool`.',
    ],
    [
      { [`${nodes}/6/until`]: { kind: 'vote', selector: 'answer', presentOnly: false } },
      `${nodes}/6/until`,
      'No vote over these samples alone can end them. Take `until` out.',
    ],
    [
      { [`${nodes}/6/until`]: { kind: 'vote', selector: null, presentOnly: true } },
      `${nodes}/6/until`,
      'No vote over these samples alone can end them. Take `until` out.',
    ],
    [{ [`${nodes}/4/list`]: read('task') }, `${nodes}/4/list`, 'This is `string`, which is no list.'],
    [
      { [`${nodes}/4/maximum`]: 4 },
      `${nodes}/6/body/nodes/0/attempt/nodes/0/arguments/1`,
      'This is `string[4]`; `notes` of `Writer` takes `string[3]`.',
    ],
    [{ [`${nodes}/5/list`]: constant('abc') }, `${nodes}/5/list`, /which is no list\.$/],
    [{ [`${nodes}/7/right/outputs/0`]: constant('x') }, `${nodes}/7/right/outputs/0`, 'This is `"x"`; `and` takes `bool`.'],
    [{ [`${nodes}/8/condition`]: constant(0) }, `${nodes}/8/condition`, 'This is `int`; `assert` takes `bool`.'],
    [{ [`${nodes}/8/message`]: constant(0) }, `${nodes}/8/message`, 'This is `int`; a message takes `string`.'],
    [{ '/agents/Writer/prompt': constant(3) }, '/agents/Writer/prompt', 'This is `int`; a prompt takes `string`.'],
    [{ '/agents/Writer/role': read('notes') }, '/agents/Writer/role', 'This is `string[3]`; a role takes `string`.'],
    [
      { '/agents/Sort/result': { kind: 'enum', name: 'Other', id: 'x', members: ['one'] } },
      `${nodes}/1/arms`,
      'There is no arm for `one`. Add an arm for each, or one with the member `null` for all others.',
    ],
  ])('%j', (edits, place, message) => {
    const data = edited(script, edits)
    const [first = ''] = placesOf(data)
    expect(first).toBe(`types ${place}`)
    expect(messagesOf(data)[0]).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })
})

describe('an expression', () => {
  const source = `enum Kind { easy, hard }
    agent Sort(task: string) -> Kind { repairs 0 }
    workflow main(a: string, xs: int[3], o: string?, r: { n: int, t: string? }) -> string { k = Sort(a) return "{{a}}{{k}}" }`
  const at = `${nodes}/1/expression`
  const withExpression = (expression: unknown) =>
    edited(source, { [at]: record(null, ['x', expression]), '/result': { kind: 'record', fields: [] } })
  const place = `${at}/fields/0/value`

  const told = (expression: unknown): readonly string[] => {
    const problems = placesOf(withExpression(expression))
    const messages = messagesOf(withExpression(expression))
    // The result never fits: what is said of the expression is the rest.
    return problems.flatMap((problem, position) =>
      problem === 'types /body/outputs/0' ? [] : [`${problem.replace('types ', '')} ${messages[position] ?? ''}`],
    )
  }

  test.each<[unknown, string]>([
    [{ kind: 'not', operand: read('a') }, '/operand This is `string`; `not` takes `bool`.'],
    [{ kind: 'negate', operand: read('a') }, '/operand This is `string`; `-` takes numbers.'],
    [binary('+', read('a'), constant(1)), '/left This is `string`; `+` takes numbers.'],
    [binary('%', constant(1.5), constant(1)), '/left This is `number`; `%` takes `int`.'],
    [binary('<', constant(1), constant('x')), '/right This is `"x"`; `<` takes numbers.'],
    [binary('==', read('a'), constant(1)), ' `string` and `int` have no common type.'],
    [binary('==', read('Sort'), constant('medium')), ' `Kind` and `"medium"` have no common type.'],
    [{ kind: 'and', left: constant(true), right: read('a') }, '/right This is `string`; `and` takes `bool`.'],
    [{ kind: 'default', left: read('o'), right: constant(1) }, ' `string?` and `int` have no common type.'],
    [{ kind: 'field', of: read('r'), name: 'nn' }, '/name `{ n: int, t: string? }` has no field `nn`. Did you mean `n`?'],
    [{ kind: 'field', of: read('a'), name: 'm' }, ' This is `string`, which has no fields.'],
    [{ kind: 'field', of: read('r'), name: '__proto__' }, '/name `{ n: int, t: string? }` has no field `__proto__`.'],
    [{ kind: 'index', of: read('a'), index: constant(0) }, ' This is `string`, which is no list.'],
    [{ kind: 'index', of: read('xs'), index: constant(0.5) }, '/index This is `number`; an index takes `int`.'],
    [list(constant(1), constant('b')), ' The items of this list have no common type.'],
    [constant([1, 'b']), '/value The items of this list have no common type.'],
    [constant({ a: { b: [1, true] } }), '/value The items of this list have no common type.'],
    [record(read('a'), ['b', constant(1)]), '/spread This is `string`, which has no fields.'],
    [record(null, ['b', constant(1)], ['b', constant(2)]), '/fields/1/name The field `b` is written before.'],
    [builtin('lenn', [read('a')]), ' There is no builtin `lenn`. Did you mean `len`?'],
    [builtin('toString', []), ' There is no builtin `toString`.'],
    [builtin('len', []), ' `len` does not take 0 arguments. It is called as `len(list)`.'],
    [builtin('len', [constant(3)]), '/arguments/0 This is `int`; `len` takes a list or a text.'],
    [builtin('trim', [read('o')]), '/arguments/0 This is `string?`; `trim` takes a `string`.'],
    [builtin('sum', [list(constant('a'))]), '/arguments/0 This is `"a"[1]`; `sum` takes a list of numbers.'],
    [builtin('range', [builtin('len', [read('a')])]), '/arguments/0 `n` of `range` is known before the run. Write a constant.'],
    [builtin('concat', [list(constant(1)), list(constant('a'))]), ' `int` and `"a"` have no common type.'],
    [
      builtin('trim', [
        { kind: 'index', of: builtin('concat', [builtin('flatten', [list()]), list(constant(1))]), index: constant(0) },
      ]),
      '/arguments/0 This is `int`; `trim` takes a `string`.',
    ],
    [builtin('len', [read('a')], 'n'), ' `len` takes no field. Write `null` for `selector`.'],
    [builtin('best', [list(read('r'))]), ' `best` compares numbers, not `{ n: int, t: string? }`.'],
    [builtin('best', [list(read('r'))], 't'), ' `best` compares numbers, not `string?`.'],
    [builtin('best', [list(read('r'))], 'z'), ' The items are `{ n: int, t: string? }`, which has no field `z`.'],
    [
      { kind: 'text', parts: [{ kind: 'each', list: read('a'), item: 'q', body: [] }] },
      '/parts/0/list This is `string`, which is no list.',
    ],
    [
      {
        kind: 'text',
        parts: [
          { kind: 'if', condition: constant(1), then: [{ kind: 'insert', value: builtin('trim', [constant(1)]) }], else: [] },
        ],
      },
      '/parts/0/then/0/value/arguments/0 This is `int`; `trim` takes a `string`.',
    ],
  ])('%j', (expression, expected) => {
    expect(told(expression)).toEqual([`${place}${expected}`])
  })

  test.each<[unknown]>([
    [binary('==', read('Sort'), constant('easy'))],
    [binary('==', read('a'), constant('easy'))],
    [binary('!=', read('o'), constant(null))],
    [builtin('best', [list(read('r'))], 'n')],
    [builtin('vote', [list(constant('easy'), read('Sort'))])],
    [builtin('min', [constant(1), constant(2.5)])],
    [constant({ a: [1, 2.5, null], b: { c: 'x' } })],
    [constant(JSON.parse('{"__proto__": 1}'))],
    [record(read('r'), ['n', constant('x')], ['m', constant(1)])],
    [{ kind: 'index', of: list(), index: constant(0) }],
  ])('%j is right', (expression) => {
    expect(told(expression)).toEqual([])
  })

  test('holds numbers that are numbers', () => {
    const text = JSON.stringify(edited(source, { [at]: constant(12345.5), '/result': { kind: 'number' } })).replace(
      '12345.5',
      '1e999',
    )
    expect(messagesOf(text)).toEqual(['This number is too large.'])
  })
})

describe('a value whose type grows without end', () => {
  const loop = (output: unknown) =>
    edited('workflow main(a: string[]) -> string { repeat max 3 { a = lines(join(a, "")) } return join(a, "") }', {
      [`${nodes}/0/body/nodes/0/expression`]: output,
    })

  test('does not keep the reader', () => {
    expectTypeProblem(loop(list(read('a.2'))), `${nodes}/0/body/outputs/0`, /^This is .*; the carried value `a\.2` takes `/)
  })

  test('is refused where it doubles', () => {
    const body = Array.from({ length: 12 }, (_, position) => `x${position + 1} = [{ l: x${position}, r: x${position} }]`).join(
      ' ',
    )
    const source = `workflow main(a: string) -> string { x0 = [a] ${body} return a }`
    const doubling = edited(source.replace(/x(\d+) = \[\{[^\]]*\]/g, 'x$1 = lines(a)'))
    const edits = Array.from({ length: 12 }, (_, position) =>
      record(null, ['l', read(position === 0 ? 'x0' : `x${position}`)], ['r', read(`x${position}`)]),
    )
    edits.forEach((expression, position) => {
      Reflect.set((doubling as { body: { nodes: object[] } }).body.nodes[position + 1] ?? {}, 'expression', expression)
    })
    expect(messagesOf(doubling)).toEqual(['The type of this value has more than 1000 parts.'])
  })
})

describe('what cannot be', () => {
  test('is not looked at', () => {
    const never = binary('!=', constant(null), constant(null))
    const data = edited(script, { [`${nodes}/2/condition`]: never, [`${nodes}/2/then/nodes/0/arguments/0`]: constant(null) })
    accepted(data)
  })

  test('a value of an empty list is no way around the types', () => {
    const source = 'workflow main(a: string, c: bool) -> string { if c { x = lower(a) } else { x = trim(a) } return lower(x) }'
    const lost = builtin('vote', [list()])
    accepted(edited(source, { [`${nodes}/0/then/nodes/0/expression`]: lost }))
    const data = edited(source, {
      [`${nodes}/0/then/nodes/0/expression`]: lost,
      [`${nodes}/0/else/nodes/0/expression`]: constant(1),
    })
    expectTypeProblem(data, `${nodes}/1/expression/arguments/0`, 'This is `int`; `lower` takes a `string`.')
  })
})

test('a carried value that starts as one member may be any that a round hands on', () => {
  const source = `enum Kind { easy, hard }
    agent Sort(task: string) -> Kind { repairs 0 }
    workflow main(a: string) -> string {
      k = Kind.easy
      repeat max 2 { k = Sort(a) }
      match k { easy => { return "e" } hard => { return "h" } }
    }`
  accepted(edited(source))
  const arms = (edited(source) as { body: { nodes: { arms: unknown[] }[] } }).body.nodes[1]?.arms ?? []
  expectTypeProblem(edited(source, { [`${nodes}/1/arms`]: arms.slice(0, 1) }), `${nodes}/1/arms`, /^There is no arm for `hard`\./)
})

test.each([
  ['run in order', 'tool write(key: string) -> string from "host:write" workflow main() -> string { return vote(sample 2 of write("x")) }'],
  ['are read by something else', 'agent A() -> string workflow main() -> string { s = sample 2 of A() return "{{vote(s)}}{{join(s, "")}}" }'],
  ['may fail by themselves', 'agent A() -> string[3] workflow main() -> string { s = sample 2 of A()[0] return vote(s) }'],
])('samples that %s are not ended early', (_, source) => {
  const data = edited(source, { [`${nodes}/0/until`]: { kind: 'vote', selector: null, presentOnly: false } })
  expect([placesOf(data)[0], messagesOf(data)[0]]).toEqual([
    `types ${nodes}/0/until`,
    'No vote over these samples alone can end them. Take `until` out.',
  ])
})
