import { describe, expect, test } from 'vitest'
import { agent, block, constant, graph, list, string, text, tool, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { endings, ok, startRun } from './start-run.ts'

const each = (settings: { readonly maximum?: number; readonly ordered?: boolean } = {}): NodeDraft => ({
  kind: 'each',
  name: 'main/drafts',
  list: value('xs'),
  maximum: 4,
  item: 'x',
  index: 'i',
  ordered: false,
  result: 'drafts',
  body: block(
    [
      settings.ordered === true
        ? { kind: 'tool', name: 'main/drafts', tool: 'write', arguments: [value('x')], result: 'draft' }
        : { kind: 'agent', name: 'main/drafts', agent: 'A', arguments: [text(value('i'), value('x'))], result: 'draft' },
    ],
    value('draft'),
  ),
  ...settings,
})

const run = (node: NodeDraft, xs: readonly string[] = ['a', 'b', 'c']) =>
  startRun(
    graph({
      parameters: { xs: list(string) },
      result: list(string),
      agents: [agent('A')],
      tools: [tool('write', { pure: false })],
      body: block([node], value('drafts')),
    }),
    { xs },
  )

const [one, two, three] = ['main/drafts[1]', 'main/drafts[2]', 'main/drafts[3]'] as const

describe('each', () => {
  test('runs all iterations at once and keeps their order', async () => {
    const started = run(each())
    expect(await started.waiting()).toEqual([one, two, three])
    expect(started.inputOf(two)).toBe('2b')
    await started.answer(three, 'z')
    await started.answer(one, 'x')
    await started.answer(two, 'y')
    expect(await started.outcome()).toEqual(ok(['x', 'y', 'z']))
  })

  test('an empty list has no iterations', async () => {
    expect(await run(each(), []).outcome()).toEqual(ok([]))
  })

  test('a list longer than the maximum is a failure', async () => {
    expect(await run(each({ maximum: 2 })).outcome()).toMatchObject({ node: 'main/drafts', code: 'list_too_long' })
  })

  test('reports the lowest iteration that fails, and aborts those after it', async () => {
    const started = run(each())
    await started.fail(two)
    expect(started.aborted).toEqual([three])
    expect(await started.waiting()).toEqual([one])
    await started.fail(one)
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: one })
    expect(endings(await started.events())).toEqual({
      [one]: 'failed',
      [two]: 'failed',
      [three]: 'aborted',
      'main/drafts': 'failed',
    })
  })

  test('iterations before one that fails finish', async () => {
    const started = run(each())
    await started.fail(two)
    await started.answer(one)
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: two })
  })

  test('where order matters, iterations run one after another, and none after a failure', async () => {
    const started = run(each({ ordered: true }))
    expect(await started.waiting()).toEqual([one])
    await started.answer(one)
    expect(await started.waiting()).toEqual([two])
    await started.fail(two)
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: two })
  })

  test('an ordered each ends with all its values', async () => {
    const started = run(each({ ordered: true }), ['a', 'b'])
    await started.answer(one, 'x')
    await started.answer(two, 'y')
    expect(await started.outcome()).toEqual(ok(['x', 'y']))
  })

  test('an output that fails is named by its iteration', async () => {
    const node: NodeDraft = {
      ...each(),
      kind: 'each',
      list: value('xs'),
      maximum: 4,
      item: 'x',
      index: 'i',
      ordered: false,
      result: 'drafts',
      body: block([], { kind: 'index', of: value('xs'), index: value('i') }),
    }
    expect(await run(node, ['a', 'b']).outcome()).toMatchObject({ node: two, code: 'index_out_of_range' })
  })
})

describe('sample', () => {
  const sample = (count: number): NodeDraft => ({
    kind: 'sample',
    name: 'main/drafts',
    count,
    ordered: false,
    result: 'drafts',
    body: block(
      [{ kind: 'agent', name: 'main/drafts', agent: 'A', arguments: [constant('q')], result: 'draft' }],
      value('draft'),
    ),
  })

  test('runs its operand so many times at once, each under its own seed', async () => {
    const started = run(sample(3))
    expect(await started.waiting()).toEqual([one, two, three])
    for (const node of [two, three, one]) await started.answer(node, node)
    expect(await started.outcome()).toEqual(ok([one, two, three]))
    const seeds = (await started.events()).flatMap((event) =>
      event.kind === 'request_started' ? [event.request.sampling.seed] : [],
    )
    expect(new Set(seeds).size).toBe(3)
  })

  test('nested loops put their indices in', async () => {
    const nested: NodeDraft = {
      kind: 'repeat',
      name: 'main/repeat',
      maximum: 1,
      carried: [],
      results: [],
      body: block([{ ...sample(2), name: 'main/repeat/drafts' } as NodeDraft]),
    }
    const started = startRun(graph({ agents: [agent('A')], body: block([renamed(nested)], constant('')) }))
    expect(await started.waiting()).toEqual(['main/repeat[1]/drafts[1]', 'main/repeat[1]/drafts[2]'])
  })
})

describe('sample until a vote is certain', () => {
  const vote = (count: number): NodeDraft => ({
    kind: 'sample',
    name: 'main/drafts',
    count,
    ordered: false,
    until: { kind: 'vote', selector: null, presentOnly: false },
    result: 'drafts',
    body: block([{ kind: 'agent', name: 'main/drafts', agent: 'A', arguments: [constant('q')], result: 'draft' }], value('draft')),
  })

  test('begins with as many as may decide, and ends where they do', async () => {
    const started = run(vote(5))
    expect(await started.waiting()).toEqual([one, two, three])
    for (const node of [three, one, two]) await started.answer(node, 'x')
    expect(await started.outcome()).toEqual(ok(['x', 'x', 'x']))
    expect((await started.result).usage).toMatchObject({ requests: 3, saved_requests: 2 })
    expect((await started.events()).filter(({ kind }) => kind === 'samples_skipped')).toMatchObject([
      { node: 'main/drafts', skipped: 2, requests: 2 },
    ])
  })

  test('goes on in waves where they do not, and tells nothing where all were needed', async () => {
    const started = run(vote(3))
    expect(await started.waiting()).toEqual([one, two])
    await started.answer(two, 'y')
    expect(await started.waiting()).toEqual([one])
    await started.answer(one, 'x')
    expect(await started.waiting()).toEqual([three])
    await started.answer(three, 'y')
    expect(await started.outcome()).toEqual(ok(['x', 'y', 'y']))
    expect((await started.result).usage.saved_requests).toBe(0)
    expect((await started.events()).filter(({ kind }) => kind === 'samples_skipped')).toEqual([])
  })

  test('fails with the lowest sample that fails, and begins no wave after it', async () => {
    const started = run(vote(5))
    await started.fail(two)
    expect(started.aborted).toEqual([three])
    await started.answer(one, 'x')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: two })
    expect((await started.result).usage.saved_requests).toBe(0)
  })
})

/** The sampled call inside takes the name of its region. */
function renamed(node: NodeDraft): NodeDraft {
  if (node.kind !== 'repeat') return node
  const nodes = node.body.nodes.map((inner) =>
    inner.kind === 'sample'
      ? { ...inner, body: { ...inner.body, nodes: inner.body.nodes.map((call) => ({ ...call, name: inner.name })) } }
      : inner,
  )
  return { ...node, body: { ...node.body, nodes } }
}

test('a sample of more than a list may hold is a failure of its node', async () => {
  const sample: NodeDraft = { kind: 'sample', name: 'main/x', count: 2 ** 32, ordered: false, result: 'xs', body: block([], text(constant('a'))) }
  const started = startRun(graph({ parameters: {}, result: list(string), body: block([sample], value('xs')) }))
  expect(await started.outcome()).toMatchObject({ node: 'main/x', code: 'too_large' })
})
