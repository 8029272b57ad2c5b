import { describe, expect, test } from 'vitest'
import { agent, block, builtin, constant, graph, string, text, tool, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { endings, ok, startRun } from './start-run.ts'

const call = (name: string, ...inputs: readonly string[]): NodeDraft => ({
  kind: 'agent',
  name: `main/${name}`,
  agent: 'A',
  arguments: [text(...inputs.map(value))],
  result: name,
})
const look = (name: string, input = 'task'): NodeDraft => ({
  kind: 'tool',
  name: `main/${name}`,
  tool: 'look',
  arguments: [value(input)],
  result: name,
})
const write = (name: string, input = 'task'): NodeDraft => ({
  kind: 'tool',
  name: `main/${name}`,
  tool: 'write',
  arguments: [value(input)],
  result: name,
})
const failing = (name: string, ...reads: readonly string[]): NodeDraft => ({
  kind: 'compute',
  name: `main/${name}`,
  expression: { kind: 'index', of: { kind: 'list', items: reads.map(value) }, index: constant(99) },
  result: name,
})
const assertion = (name: string, holds: boolean, ...reads: readonly string[]): NodeDraft => ({
  kind: 'assert',
  name: `main/${name}`,
  condition: builtin('contains', [text('yes ', ...reads.map(value)), constant(holds ? 'yes' : 'no way')]),
  message: null,
})

const run = (nodes: readonly NodeDraft[], output: string) =>
  startRun(
    graph({
      parameters: { task: string },
      agents: [agent('A')],
      tools: [tool('look'), tool('write', { pure: false })],
      body: block(nodes, value(output)),
    }),
    { task: 't' },
  )

describe('a block', () => {
  test('runs independent calls at the same time, and dependent ones when their values are there', async () => {
    const started = run([call('a', 'task'), call('b', 'task'), call('c', 'a'), call('d', 'b', 'c')], 'd')
    expect(await started.waiting()).toEqual(['main/a', 'main/b'])
    await started.answer('main/a', 'x')
    expect(await started.waiting()).toEqual(['main/b', 'main/c'])
    expect(started.inputOf('main/c')).toBe('x')
    await started.answer('main/c', 'y')
    expect(await started.waiting()).toEqual(['main/b'])
    await started.answer('main/b', 'z')
    expect(started.inputOf('main/d')).toBe('zy')
    await started.answer('main/d', 'end')
    expect(await started.outcome()).toEqual(ok('end'))
  })

  test('a call that reads one value twice waits for it once', async () => {
    const started = run([call('a', 'task'), call('b', 'a', 'a')], 'b')
    await started.answer('main/a', 'x')
    expect(started.inputOf('main/b')).toBe('xx')
  })

  test('an unused call is waited for, and its failure is the failure of the block', async () => {
    const started = run([call('unused', 'task'), call('a', 'task')], 'a')
    await started.answer('main/a')
    await started.fail('main/unused')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/unused', code: 'model_unavailable' })
  })

  describe('decisions', () => {
    test('later nodes wait for an assertion although they read nothing of it', async () => {
      const started = run([call('a', 'task'), assertion('assert', true, 'a'), call('b', 'task')], 'b')
      expect(await started.waiting()).toEqual(['main/a'])
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/b'])
    })

    test('earlier nodes do not keep a decision from being taken', async () => {
      const started = run([call('slow', 'task'), call('a', 'task'), assertion('assert', true, 'a'), call('b', 'task')], 'b')
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/b', 'main/slow'])
    })

    test('the latest decision stands for those before it', async () => {
      const nodes = [call('a', 'task'), assertion('assert', true, 'a'), assertion('assert#2', true, 'task'), call('b', 'task')]
      const started = run(nodes, 'b')
      expect(await started.waiting()).toEqual(['main/a'])
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/b'])
    })

    test('after a failed assertion nothing starts', async () => {
      const started = run([call('a', 'task'), assertion('assert', false, 'a'), call('b', 'task')], 'b')
      await started.answer('main/a')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/assert', code: 'assert_failed' })
      expect(endings(await started.events())).toEqual({ 'main/a': 'ok', 'main/assert': 'failed' })
    })
  })

  describe('failures', () => {
    test('abort later calls at once, let earlier ones finish, and start nothing later', async () => {
      const started = run([call('a', 'task'), call('b', 'task'), call('c', 'task'), call('d', 'c'), call('e', 'a')], 'd')
      expect(await started.waiting()).toEqual(['main/a', 'main/b', 'main/c'])
      await started.fail('main/b')
      expect(started.aborted).toEqual(['main/c'])
      expect(await started.waiting()).toEqual(['main/a'])
      await started.answer('main/a')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/b' })
      expect(endings(await started.events())).toEqual({ 'main/a': 'ok', 'main/b': 'failed', 'main/c': 'aborted' })
    })

    test('an earlier node that has not started when a later one fails still runs', async () => {
      const started = run([call('a', 'task'), call('b', 'a'), call('c', 'task')], 'c')
      await started.fail('main/c')
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/b'])
      await started.fail('main/b')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/b' })
    })

    test.each([
      ['earlier first', ['main/a', 'main/b']],
      ['later first', ['main/b', 'main/a']],
    ])('the earliest in the source is reported: %s', async (_, order) => {
      const started = run([call('a', 'task'), call('b', 'task')], 'b')
      for (const node of order) if ((await started.waiting()).includes(node)) await started.fail(node)
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
    })

    test('nodes that depend on a failed one are skipped', async () => {
      const started = run([call('a', 'task'), call('b', 'a'), call('c', 'b')], 'c')
      await started.fail('main/a')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
      expect(endings(await started.events())).toEqual({ 'main/a': 'failed' })
    })

    test('a step that fails without a call stops later ones before they start', async () => {
      const started = run([failing('x', 'task'), call('a', 'task')], 'a')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/x', code: 'index_out_of_range' })
      expect(endings(await started.events())).toEqual({ 'main/x': 'failed' })
    })

    test('an argument that fails is a failure of the call', async () => {
      const bad: NodeDraft = {
        ...call('a', 'task'),
        kind: 'agent',
        arguments: [builtin('last', [constant([])])],
        agent: 'A',
        result: 'a',
      }
      expect(await run([bad], 'a').outcome()).toMatchObject({ kind: 'failed', node: 'main/a', code: 'empty_list' })
    })

    test('an output that fails is a failure of the block', async () => {
      const body = block([], builtin('last', [constant([])]))
      expect(await startRun(graph({ body })).outcome()).toMatchObject({ kind: 'failed', node: 'main', code: 'empty_list' })
    })
  })

  describe('impure tools', () => {
    test('start when every earlier node has succeeded, and later ones wait for them', async () => {
      const started = run([call('a', 'task'), write('w', 'task'), call('b', 'task'), write('w2', 'task'), look('l', 'task')], 'l')
      expect(await started.waiting()).toEqual(['main/a', 'main/b', 'main/l'])
      await started.answer('main/b')
      expect(await started.waiting()).toEqual(['main/a', 'main/l'])
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/l', 'main/w'])
      await started.answer('main/w')
      expect(await started.waiting()).toEqual(['main/l', 'main/w2'])
      await started.answer('main/w2')
      await started.answer('main/l', 'end')
      expect(await started.outcome()).toEqual(ok('end'))
    })

    test('the first node may be one', async () => {
      const started = run([write('w'), write('w2')], 'w2')
      expect(await started.waiting()).toEqual(['main/w'])
      await started.answer('main/w')
      expect(await started.waiting()).toEqual(['main/w2'])
    })

    test('never start where an earlier node fails', async () => {
      const started = run([call('a', 'task'), write('w')], 'w')
      await started.fail('main/a')
      expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
      expect((await started.events()).some((event) => event.kind === 'tool_started')).toBe(false)
    })

    test('a region that reaches one waits as a whole', async () => {
      const region: NodeDraft = {
        kind: 'if',
        name: 'main/if',
        condition: constant(true),
        then: block([{ ...write('w'), name: 'main/if/then/w' }]),
        else: block([]),
        results: [],
      }
      const started = run([call('a', 'task'), region, call('b', 'task')], 'b')
      expect(await started.waiting()).toEqual(['main/a', 'main/b'])
      await started.answer('main/a')
      expect(await started.waiting()).toEqual(['main/b', 'main/if/then/w'])
    })
  })

  test('a region waits for every outer value that its blocks read', async () => {
    const region: NodeDraft = {
      kind: 'otherwise',
      name: 'main/x',
      attempt: block([{ ...call('t', 'task'), name: 'main/x/t' }], value('t')),
      fallback: block([], value('a')),
      result: 'x',
    }
    const started = run([call('a', 'task'), region], 'x')
    expect(await started.waiting()).toEqual(['main/a'])
    await started.answer('main/a')
    expect(await started.waiting()).toEqual(['main/x/t'])
  })
})
