import { describe, expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { agent, block, bool, builtin, constant, enumeration, equal, graph, optional, string, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { ok, startRun } from './start-run.ts'

const call = (name: string): NodeDraft => ({ kind: 'agent', name, agent: 'A', arguments: [constant(name)], result: name })

describe('if', () => {
  const of = graph({
    parameters: { yes: bool },
    agents: [agent('A')],
    body: block(
      [
        {
          kind: 'if',
          name: 'main/if',
          condition: value('yes'),
          then: block([call('main/if/then/a')], value('main/if/then/a'), constant('one')),
          else: block([], constant('none'), constant('two')),
          results: ['x', 'y'],
        },
      ],
      { kind: 'list', items: [value('x'), value('y')] },
    ),
  })

  test('runs one branch, whose outputs are the results', async () => {
    const started = startRun(of, { yes: true })
    await started.answer('main/if/then/a', 'hello')
    expect(await started.outcome()).toEqual(ok(['hello', 'one']))
    expect(await startRun(of, { yes: false }).outcome()).toEqual(ok(['none', 'two']))
  })

  test('a failure in a branch is reported where it happened', async () => {
    const started = startRun(of, { yes: true })
    await started.fail('main/if/then/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/if/then/a' })
  })
})

describe('match', () => {
  const arms = [
    { member: 'red', block: block([], constant('r')) },
    { member: 'green', block: block([], constant('g')) },
    { member: null, block: block([], constant('other')) },
  ]
  test.each([
    ['red', 'r'],
    ['green', 'g'],
    ['blue', 'other'],
  ])('%s takes its arm', async (color, result) => {
    const of = graph({
      parameters: { color: enumeration('Color', 'red', 'green', 'blue') },
      body: block([{ kind: 'match', name: 'main/match', subject: value('color'), arms, results: ['x'] }], value('x')),
    })
    expect(await startRun(of, { color }).outcome()).toEqual(ok(result))
  })
})

describe('otherwise', () => {
  const of = (attempt: NodeDraft, fallback: NodeDraft) =>
    graph({
      agents: [agent('A')],
      body: block(
        [
          {
            kind: 'otherwise',
            name: 'main/x',
            attempt: block([attempt], value(attempt.name)),
            fallback: block([fallback], value(fallback.name)),
            result: 'x',
          },
        ],
        value('x'),
      ),
    })

  test('the fallback runs only where the attempt failed', async () => {
    const started = startRun(of(call('main/x/a'), call('main/x/b')))
    expect(await started.waiting()).toEqual(['main/x/a'])
    await started.fail('main/x/a')
    expect(await started.waiting()).toEqual(['main/x/b'])
    await started.answer('main/x/b', 'saved')
    expect(await started.outcome()).toEqual(ok('saved'))

    const lucky = startRun(of(call('main/x/a'), call('main/x/b')))
    await lucky.answer('main/x/a', 'fine')
    expect(await lucky.outcome()).toEqual(ok('fine'))
    expect((await lucky.events()).some((event) => 'node' in event && event.node === 'main/x/b')).toBe(false)
  })

  test.each<[string, NodeDraft]>([
    ['a builtin', { kind: 'compute', name: 'bad', expression: builtin('mean', [constant([])]), result: 'bad' }],
    ['an assertion', { kind: 'assert', name: 'bad', condition: constant(false), message: null }],
    [
      'a list that is too long',
      {
        kind: 'each',
        name: 'bad',
        list: constant([1, 2]),
        maximum: 1,
        item: 'i',
        index: null,
        ordered: false,
        body: block([], value('i')),
        result: 'bad',
      },
    ],
  ])('catches %s', async (_, bad) => {
    const body = block(
      [
        {
          kind: 'otherwise',
          name: 'main/x',
          attempt: block([bad], constant('?')),
          fallback: block([], constant('saved')),
          result: 'x',
        },
      ],
      value('x'),
    )
    expect(await startRun(graph({ body })).outcome()).toEqual(ok('saved'))
  })

  test('catches an output that fails', async () => {
    const attempt = block([], builtin('last', [constant([])]))
    const body = block(
      [{ kind: 'otherwise', name: 'main/x', attempt, fallback: block([], constant('saved')), result: 'x' }],
      value('x'),
    )
    expect(await startRun(graph({ body })).outcome()).toEqual(ok('saved'))
  })

  test('a fallback that fails too is what is reported', async () => {
    const started = startRun(of(call('main/x/a'), call('main/x/b')))
    await started.fail('main/x/a')
    await started.fail('main/x/b')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/x/b' })
  })
})

describe('and, or, ??', () => {
  const of = (operator: 'and' | 'or' | '??', left: Value) =>
    graph({
      agents: [agent('A')],
      body: block(
        [
          {
            kind: 'lazy',
            name: 'main/x',
            operator,
            left: constant(left),
            right: block([call('main/x/a')], operator === '??' ? value('main/x/a') : equal(value('main/x/a'), constant('yes'))),
            result: 'x',
          },
        ],
        value('x'),
      ),
    })

  test.each<['and' | 'or' | '??', Value]>([
    ['and', false],
    ['or', true],
    ['??', ''],
    ['??', false],
  ])('%s makes no call where the left side is %j', async (operator, left) => {
    expect(await startRun(of(operator, left)).outcome()).toEqual(ok(left))
  })

  test.each<['and' | 'or' | '??', Value, string, Value]>([
    ['and', true, 'yes', true],
    ['and', true, 'no', false],
    ['or', false, 'yes', true],
    ['or', false, 'no', false],
    ['??', null, 'a', 'a'],
  ])('%s runs its right side where the left side is %j', async (operator, left, answer, result) => {
    const started = startRun(of(operator, left))
    expect(await started.waiting()).toEqual(['main/x/a'])
    await started.answer('main/x/a', answer)
    expect(await started.outcome()).toEqual(ok(result))
  })

  test('a left side that fails is a failure', async () => {
    const body = block([
      {
        kind: 'lazy',
        name: 'main/x',
        operator: '??',
        left: builtin('last', [constant([])]),
        right: block([], constant(1)),
        result: 'x',
      },
    ])
    expect(await startRun(graph({ body, result: optional(string) })).outcome()).toMatchObject({
      node: 'main/x',
      code: 'empty_list',
    })
  })
})
