import { describe, expect, test } from 'vitest'
import type { Block } from '../../../compiler/index.ts'
import { agent, block, builtin, constant, equal, graph, list, string, text, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { endings, ok, startRun } from './start-run.ts'

const call = (name: string, input: string): NodeDraft => ({
  kind: 'agent',
  name,
  agent: 'A',
  arguments: [value(input)],
  result: name,
})
const stop = (name: string, read: string, carried: readonly string[]): NodeDraft => ({
  kind: 'stop',
  name,
  condition: builtin('contains', [value(read), constant('!')]),
  carried: carried.map(value),
})

const repeat = (body: Block, maximum = 3): NodeDraft => ({
  kind: 'repeat',
  name: 'main/repeat',
  maximum,
  carried: [{ value: 'x', initial: value('task') }],
  body,
  results: ['result'],
})

const of = (...nodes: readonly NodeDraft[]) =>
  graph({ parameters: { task: string }, agents: [agent('A')], body: block(nodes, value('result')) })

describe('repeat', () => {
  test('runs its iterations one after another, each with what the one before carried on', async () => {
    const started = startRun(of(repeat(block([call('main/repeat/a', 'x')], value('main/repeat/a')))), { task: 't' })
    for (const [i, input] of ['t', '1', '2'].entries()) {
      const node = `main/repeat[${i + 1}]/a`
      expect(await started.waiting()).toEqual([node])
      expect(started.inputOf(node)).toBe(input)
      await started.answer(node, String(i + 1))
    }
    expect(await started.outcome()).toEqual(ok('3'))
  })

  test('a stop leaves the loop with the values at that point', async () => {
    const body = block(
      [
        call('main/repeat/a', 'x'),
        stop('main/repeat/stop', 'main/repeat/a', ['main/repeat/a']),
        call('main/repeat/b', 'main/repeat/a'),
      ],
      value('main/repeat/b'),
    )
    const started = startRun(of(repeat(body)), { task: 't' })
    await started.answer('main/repeat[1]/a', 'go on')
    await started.answer('main/repeat[1]/b', 'again')
    expect(started.inputOf('main/repeat[2]/a')).toBe('again')
    await started.answer('main/repeat[2]/a', 'enough!')
    expect(await started.outcome()).toEqual(ok('enough!'))
    expect(endings(await started.events())).toMatchObject({ 'main/repeat[2]/stop': 'stopped', 'main/repeat': 'ok' })
  })

  test('a stop is taken as soon as its condition is known, and waits for what it carries', async () => {
    const body = block(
      [
        call('main/repeat/slow', 'x'),
        call('main/repeat/quick', 'x'),
        stop('main/repeat/stop', 'main/repeat/quick', ['main/repeat/slow']),
        call('main/repeat/b', 'x'),
      ],
      value('main/repeat/b'),
    )
    const on = startRun(of(repeat(body)), { task: 't' })
    await on.answer('main/repeat[1]/quick', 'go on')
    expect(await on.waiting()).toEqual(['main/repeat[1]/b', 'main/repeat[1]/slow'])

    const out = startRun(of(repeat(body)), { task: 't' })
    await out.answer('main/repeat[1]/quick', 'enough!')
    expect(await out.waiting()).toEqual(['main/repeat[1]/slow'])
    await out.answer('main/repeat[1]/slow', 'late')
    expect(await out.outcome()).toEqual(ok('late'))
  })

  test('a node before a stop that fails is a failure of the loop', async () => {
    const body = block([call('main/repeat/a', 'x'), stop('main/repeat/stop', 'task', ['x'])], value('x'))
    const started = startRun(of(repeat(body)), { task: '!' })
    await started.fail('main/repeat[1]/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/repeat[1]/a' })
  })

  test('a stop inside if and match leaves the loop around them; later nodes wait for the decision', async () => {
    const inner: NodeDraft = {
      kind: 'match',
      name: 'main/repeat/if/then/match',
      subject: value('main/repeat/a'),
      arms: [{ member: null, block: block([stop('main/repeat/if/then/match/else/stop', 'main/repeat/a', ['main/repeat/a'])]) }],
      results: [],
    }
    const outer: NodeDraft = {
      kind: 'if',
      name: 'main/repeat/if',
      condition: constant(true),
      then: block([inner, call('main/repeat/if/then/b', 'x')]),
      else: block([]),
      results: [],
    }
    const body = block([call('main/repeat/a', 'x'), outer, call('main/repeat/c', 'x')], value('main/repeat/c'))
    const started = startRun(of(repeat(body)), { task: 't' })
    expect(await started.waiting()).toEqual(['main/repeat[1]/a'])
    await started.answer('main/repeat[1]/a', 'enough!')
    expect(await started.outcome()).toEqual(ok('enough!'))
    const ended = endings(await started.events())
    expect(ended).toMatchObject({ 'main/repeat[1]/if': 'stopped', 'main/repeat': 'ok' })
    expect(ended).not.toHaveProperty('main/repeat[1]/c')
    expect(ended).not.toHaveProperty('main/repeat[1]/if/then/b')
  })

  test('a stop leaves the innermost loop only', async () => {
    const inner: NodeDraft = {
      kind: 'repeat',
      name: 'main/repeat/repeat',
      maximum: 5,
      carried: [{ value: 'y', initial: value('x') }],
      body: block([stop('main/repeat/repeat/stop', 'y', ['y'])], text(value('y'), '!')),
      results: ['z'],
    }
    expect(await startRun(of(repeat(block([inner], text(value('z'), '.')))), { task: 't' }).outcome()).toEqual(ok('t!...'))
  })

  test('carries several values at once', async () => {
    const swap: NodeDraft = {
      kind: 'repeat',
      name: 'main/repeat',
      maximum: 3,
      carried: [
        { value: 'x', initial: value('task') },
        { value: 'y', initial: constant('other') },
      ],
      body: block([], value('y'), value('x')),
      results: ['result', 'rest'],
    }
    expect(await startRun(of(swap), { task: 't' }).outcome()).toEqual(ok('other'))
  })

  test('a carried value that fails to begin with is a failure of the loop', async () => {
    const bad: NodeDraft = {
      ...repeat(block([], value('x'))),
      kind: 'repeat',
      carried: [{ value: 'x', initial: builtin('last', [constant([])]) }],
      maximum: 1,
      body: block([], value('x')),
      results: ['result'],
    }
    expect(await startRun(of(bad), { task: 't' }).outcome()).toMatchObject({ node: 'main/repeat', code: 'empty_list' })
  })

  test('an output that fails is named by its iteration', async () => {
    const body = block([], { kind: 'index', of: builtin('split', [value('x'), constant('')]), index: constant(1) })
    expect(await startRun(of(repeat(body)), { task: 'ab' }).outcome()).toMatchObject({
      node: 'main/repeat[2]',
      code: 'index_out_of_range',
    })
  })

  test('many iterations take no stack', async () => {
    const count: NodeDraft = {
      kind: 'repeat',
      name: 'main/repeat',
      maximum: 20_000,
      carried: [{ value: 'x', initial: constant(0) }],
      body: block([], { kind: 'binary', operator: '+', left: value('x'), right: constant(1) }),
      results: ['result'],
    }
    expect(await startRun(of(count), { task: 't' }).outcome()).toEqual(ok(20_000))
  })
})

describe('for', () => {
  const loop = (body: Block, maximum = 3): NodeDraft => ({
    kind: 'for',
    name: 'main/for',
    list: value('xs'),
    maximum,
    item: 'item',
    index: 'i',
    carried: [{ value: 'x', initial: constant('') }],
    body,
    results: ['result'],
  })
  const over = (body: Block) =>
    graph({ parameters: { xs: list(string) }, agents: [agent('A')], body: block([loop(body)], value('result')) })

  test('goes over the list in order, with the index from 1', async () => {
    const body = block([], text(value('x'), value('i'), value('item'), ' '))
    expect(await startRun(over(body), { xs: ['a', 'b', 'c'] }).outcome()).toEqual(ok('1a 2b 3c '))
    expect(await startRun(over(body), { xs: [] }).outcome()).toEqual(ok(''))
  })

  test('a list longer than the maximum is a failure, never a cut', async () => {
    expect(await startRun(over(block([], value('x'))), { xs: ['a', 'b', 'c', 'd'] }).outcome()).toMatchObject({
      kind: 'failed',
      node: 'main/for',
      code: 'list_too_long',
      message: 'The list has 4 elements, and the loop takes at most 3; first(xs, 3) would cut it.',
    })
  })

  test('a stop leaves it', async () => {
    const body = block(
      [
        {
          kind: 'stop',
          name: 'main/for/stop',
          condition: equal(value('i'), constant(2)),
          carried: [text(value('x'), 'stopped')],
        },
      ],
      text(value('x'), value('item')),
    )
    expect(await startRun(over(body), { xs: ['a', 'b', 'c'] }).outcome()).toEqual(ok('astopped'))
  })

  test('iterations do not overlap', async () => {
    const started = startRun(over(block([call('main/for/a', 'item')], value('main/for/a'))), { xs: ['a', 'b'] })
    expect(await started.waiting()).toEqual(['main/for[1]/a'])
    await started.answer('main/for[1]/a')
    expect(await started.waiting()).toEqual(['main/for[2]/a'])
  })
})
