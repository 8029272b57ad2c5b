import { describe, expect, test } from 'vitest'
import type { BudgetScope } from '../../../compiler/index.ts'
import { agent, block, constant, graph, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { mockModel, reply } from '../mock-model.ts'
import { ok, startRun } from './start-run.ts'

const scope = (settings: Partial<BudgetScope>): BudgetScope => ({
  path: 'main',
  workflow: 'main',
  tokens: null,
  seconds: null,
  ...settings,
})
const call = (name: string, budgets: readonly number[], reads: string | null = null): NodeDraft => ({
  kind: 'agent',
  name: `main/${name}`,
  agent: 'A',
  arguments: [reads === null ? constant(name) : value(reads)],
  budgets,
  result: name,
})
const of = (budgets: readonly BudgetScope[], ...nodes: readonly NodeDraft[]) =>
  graph({ agents: [agent('A')], budgets, body: block(nodes, constant('end')) })

describe('tokens', () => {
  const chain = [call('a', [0]), call('b', [0], 'a'), call('c', [0], 'b')]

  test.each([
    [15, { kind: 'ok', value: 'end' }, 3],
    [
      14,
      { kind: 'stopped', workflow: 'main', path: 'main', reason: 'tokens', message: 'The budget of main is spent: 14 tokens.' },
      3,
    ],
    [10, { kind: 'stopped', reason: 'tokens' }, 2],
    [9, { kind: 'stopped', reason: 'tokens' }, 2],
    [4, { kind: 'stopped', reason: 'tokens' }, 1],
  ])('%d completion tokens for three calls of 5', async (tokens, outcome, requests) => {
    const models = new Map([['default', mockModel(() => 'x')]])
    const { result } = startRun(of([scope({ tokens })], ...chain), {}, { models })
    expect(await result).toMatchObject({ outcome, usage: { requests } })
  })

  test('a budget stop passes through otherwise and aborts what is under way', async () => {
    const attempt = block([call('a', [0]), call('b', [0])], constant('?'))
    const rescued: NodeDraft = {
      kind: 'otherwise',
      name: 'main/x',
      attempt,
      fallback: block([], constant('saved')),
      budgets: [0],
      result: 'x',
    }
    const started = startRun(of([scope({ tokens: 3 })], rescued))
    await started.answer('main/b')
    expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'main' })
    expect(started.aborted).toEqual(['main/a'])
  })

  test('calls that wait for their turn are not made once a reply has spent the budget', async () => {
    const models = new Map([['default', mockModel(() => 'x')]])
    const together = of([scope({ tokens: 4 })], call('a', [0]), call('b', [0]), call('c', [0]))
    const { result } = startRun(together, {}, { models, limits: { concurrentRequests: 1 } })
    expect(await result).toMatchObject({ outcome: { kind: 'stopped', reason: 'tokens' }, usage: { requests: 1 } })
  })

  test('what a call does not belong to is not charged for it', async () => {
    const budgets = [scope({ tokens: 5, workflow: 'inner', path: 'main/x' })]
    const models = new Map([['default', mockModel(() => 'x')]])
    const inside = startRun(of(budgets, call('a', []), call('b', [0], 'a'), call('c', [], 'b')), {}, { models })
    expect(await inside.outcome()).toEqual(ok('end'))
    const over = startRun(of(budgets, call('a', []), call('b', [0], 'a'), call('c', [0], 'b')), {}, { models })
    expect(await over.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner', path: 'main/x' })
  })

  test('each call of a workflow has its budget anew', async () => {
    const body = block([call('repeat/a', [0])])
    const loop = (budgets: readonly number[]): NodeDraft => ({
      kind: 'repeat',
      name: 'main/repeat',
      maximum: 3,
      carried: [],
      body,
      results: [],
      budgets,
    })
    const budgets = [scope({ tokens: 9, workflow: 'inner', path: 'main/repeat/x' })]
    const models = new Map([['default', mockModel(() => 'x')]])
    expect(await startRun(of(budgets, loop([])), {}, { models }).outcome()).toEqual(ok('end'))
    expect(await startRun(of(budgets, loop([0])), {}, { models }).outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner' })
  })

  test('the innermost and the outermost budget count alike', async () => {
    const budgets = [scope({ tokens: 9 }), scope({ tokens: 100, workflow: 'inner' })]
    const models = new Map([['default', mockModel(() => reply('x'))]])
    const started = startRun(of(budgets, call('a', [0, 1]), call('b', [0, 1], 'a')), {}, { models })
    expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'main' })
  })
})

describe('seconds', () => {
  test('run out while calls are under way', async () => {
    const started = startRun(of([scope({ seconds: 60 })], call('a', [0]), call('b', [0])))
    await started.answer('main/b')
    started.clock.advance(59)
    expect(await started.waiting()).toEqual(['main/a'])
    started.clock.advance(1)
    expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'main', reason: 'seconds' })
    expect(started.aborted).toEqual(['main/a'])
  })

  test("run from the workflow's first node to its last", async () => {
    const budgets = [scope({ seconds: 60, workflow: 'inner', path: 'main/x' })]
    const started = startRun(
      of(budgets, call('before', []), call('a', [0], 'before'), call('b', [0], 'a'), call('after', [], 'b')),
    )
    await started.waiting()
    started.clock.advance(1000)
    await started.answer('main/before')
    started.clock.advance(30)
    await started.answer('main/a')
    started.clock.advance(29)
    await started.answer('main/b')
    started.clock.advance(1000)
    await started.answer('main/after')
    expect(await started.outcome()).toEqual(ok('end'))
  })

  test('leave no timer behind when the run ends', async () => {
    const started = startRun(of([scope({ seconds: 60 })], call('a', [0]), call('b', [0], 'a')))
    await started.fail('main/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed' })
    expect(started.clock.pending()).toEqual([])
  })
})
