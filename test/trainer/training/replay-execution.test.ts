import { describe, expect, test } from 'vitest'
import type { ModelRequest } from '../../../runtime/index.ts'
import type { Intervention } from '../../../trainer/credit/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { askedClient, inputOf, lengthScorer, recorded, replayed } from './recorded-design.ts'
import type { Answer } from './recorded-design.ts'

const agents = `
agent A(x: string) -> string { role "a" }
agent B(x: string) -> string { role "b" }
agent Judge(x: string) -> bool { role "judge" repairs 1 }
agent Helper(x: string) -> string { role "helper" }
agent Lead(x: string) -> string { role "lead" tools Helper max_turns 2 }
`
const script = (body: string): string => `${agents}\nworkflow main(x: string) -> string {\n${body}\n}\n`

/** Each agent adds its letter; a judge likes what has had two calls. */
function answered(request: ModelRequest): Answer {
  const input = inputOf(request)
  switch (request.agent.name) {
    case 'Judge':
      return request.attempt === 1 ? 'perhaps' : JSON.stringify({ value: input.endsWith('aa') })
    case 'Lead':
      return request.turn === 1 ? [{ name: 'Helper', arguments: JSON.stringify({ x: input }) }] : `lead of ${request.messages.at(-1)?.role ?? ''}`
    default:
      return `${input}${request.agent.name.toLowerCase().slice(0, 1)}`
  }
}

const places = (requests: readonly ModelRequest[]): readonly string[] =>
  requests.map(({ node, attempt, turn }) => `${node}${attempt > 1 || turn > 1 ? ` ${attempt}.${turn}` : ''}`).sort()

const scripts: Readonly<Record<string, string>> = {
  chain: 'a = A(x) b = B(a) return A(b)',
  diamond: 'a = A(x) b = B(a) c = B(x) return A("{{b}}{{c}}")',
  loop: 'now = x repeat max 3 { stop when Judge(now) now = A(now) } return now',
  each: 'ys = each y in [x, "k"] { a = A(y) yield B(a) } return join(ys, ",")',
  sample: 'ys = sample 3 of A(x) return B(vote(ys))',
  branch: 'if Judge(x) { r = A(x) } else { r = B(x) } return r',
  'agents as tools': 'l = Lead(x) return A(l)',
}

describe('an execution that is replayed without a change asks nothing, and comes to the same', () => {
  test.each(Object.entries(scripts))('%s', async (_, body) => {
    const { client } = askedClient(answered)
    const own = await recorded(script(body), client)
    const { execution } = own
    const again = askedClient(() => null)
    for (const intervention of [
      { kind: 'continue', after: execution.calls.length },
      { kind: 'coalition', nodes: new Set(execution.calls.map(({ node }) => node)) },
    ] satisfies readonly Intervention[]) {
      const { execution: same, requests } = await replayed(own, intervention, again.client)
      expect(same.outcome).toEqual(execution.outcome)
      expect(same.requests).toBe(execution.requests)
      expect(requests).toBe(0)
    }
    expect(again.asked).toEqual([])
  })

  test.each([
    ['a failed one', 'a = A(x) return B(a)', 'B'],
    ['a failure that something stands in for', 'a = A(x) otherwise B(x) return A("{{a}}!")', 'A'],
    ['a failure beside calls that go on', 'a = B("1") b = A(B(A(B("22222")))) return "{{a}}{{b}}"', 'B'],
    ['samples that fail', 'return join(present(sample 3 of (A(x) otherwise none)), ",")', 'A'],
  ])('%s', async (_, body, failing) => {
    const fails = (request: ModelRequest): Answer => (request.agent.name === failing && inputOf(request).length < 4 ? null : answered(request))
    const own = await recorded(script(body), askedClient(fails).client)
    const again = askedClient(() => null)
    const everyone = new Set(own.execution.calls.map(({ node }) => node))
    const { execution, requests } = await replayed(own, { kind: 'coalition', nodes: everyone }, again.client)
    expect(execution.outcome).toEqual(own.execution.outcome)
    expect(execution.requests).toBe(own.execution.requests)
    expect([requests, again.asked]).toEqual([0, []])
  })
})

describe('of a resampled call only what depends on it is asked again', () => {
  /** Everything is answered differently now. */
  const otherwise = (request: ModelRequest): Answer => {
    const answer = answered(request)
    return typeof answer === 'string' && request.agent.name !== 'Judge' ? `${answer}*` : answer
  }
  test.each([
    ['chain', 'main/a', ['main/a', 'main/b', 'main/return/A']],
    ['chain', 'main/b', ['main/b', 'main/return/A']],
    ['chain', 'main/return/A', ['main/return/A']],
    ['diamond', 'main/b', ['main/b', 'main/return/A']],
    ['diamond', 'main/c', ['main/c', 'main/return/A']],
    ['each', 'main/ys/each[2]/a', ['main/ys/each[2]/a', 'main/ys[2]']],
    // Two samples of three still win the vote, so that B has the request it had.
    ['sample', 'main/ys[2]', ['main/ys[2]']],
    // A first round that comes to something else is judged, again and again.
    [
      'loop',
      'main/repeat[1]/now',
      ['main/repeat[1]/now', 'main/repeat[2]/now', 'main/repeat[2]/stop/Judge', 'main/repeat[3]/now', 'main/repeat[3]/stop/Judge'],
    ],
    ['agents as tools', 'main/l/Helper[1]', ['main/l/Helper[1]', 'main/l 1.2', 'main/return/A']],
  ])('%s: %s', async (name, node, wanted) => {
    const own = await recorded(script(scripts[name] ?? ''), askedClient(answered).client)
    const call = own.execution.calls.findIndex((record) => record.node === node)
    const again = askedClient(otherwise)
    const { execution, requests } = await replayed(own, { kind: 'resample', call }, again.client)
    const asked = again.asked.filter(({ attempt }) => attempt === 1)
    expect(places(asked)).toEqual([...wanted].sort())
    expect(requests).toBe(again.asked.length)
    expect(execution.outcome.kind).toBe('ok')
  })

  test('the same reply changes nothing further', async () => {
    const own = await recorded(script(scripts['chain'] ?? ''), askedClient(answered).client)
    const again = askedClient(answered)
    const { execution, requests } = await replayed(own, { kind: 'resample', call: 0 }, again.client)
    expect(places(again.asked)).toEqual(['main/a'])
    expect(requests).toBe(1)
    expect(execution).toMatchObject({ outcome: own.execution.outcome, requests: 3, score: own.execution.score })
  })

  test('calls that never ran before are asked', async () => {
    const own = await recorded(script(scripts['branch'] ?? ''), askedClient(answered).client)
    const again = askedClient((request) => (request.agent.name === 'Judge' ? '{"value": true}' : answered(request)))
    const { requests } = await replayed(own, { kind: 'resample', call: 0 }, again.client)
    expect(places(again.asked)).toEqual(['main/if/Judge', 'main/if/then/r'])
    expect(requests).toBe(2)
  })

  test('is drawn anew for each draw, and the same for the same', async () => {
    const own = await recorded(script('return A(x)'), askedClient(answered).client)
    const again = askedClient(answered)
    for (const draw of [1, 2, 1]) await replayed(own, { kind: 'resample', call: 0 }, again.client, { draw })
    const [first, second, third] = again.asked.map(({ sampling }) => sampling.seed)
    expect(first).toBe(third)
    expect(new Set([first, second, own.execution.calls[0]?.sampling.seed]).size).toBe(3)
  })
})

test.each([
  [0, ['main/a', 'main/b', 'main/return/A']],
  [1, ['main/b', 'main/return/A']],
  [2, ['main/return/A']],
  [3, []],
])('after %d calls the rest is asked afresh, its request the same or not', async (after, wanted) => {
  const own = await recorded(script(scripts['chain'] ?? ''), askedClient(answered).client)
  const again = askedClient(answered)
  const { execution, requests } = await replayed(own, { kind: 'continue', after }, again.client)
  expect(places(again.asked)).toEqual(wanted)
  expect(requests).toBe(wanted.length)
  expect(execution.outcome).toEqual(own.execution.outcome)
})

test('a failure after the last call is asked afresh: it might have gone otherwise', async () => {
  const fails = (request: ModelRequest): Answer => (request.agent.name === 'B' ? null : answered(request))
  const own = await recorded(script('a = A(x) return B(a)'), askedClient(fails).client)
  expect(own.execution.calls).toHaveLength(1)
  const again = askedClient(answered)
  const { execution, requests } = await replayed(own, { kind: 'continue', after: 1 }, again.client)
  expect([places(again.asked), requests, execution.outcome.kind]).toEqual([['main/return/B'], 1, 'ok'])
})

describe('a coalition', () => {
  test.each([
    [[], [], '', 0],
    [['main/a'], [], '', 1],
    [['main/b'], ['main/b'], '', 1],
    [['main/return/A'], ['main/return/A'], 'a', 1],
    [['main/a', 'main/b'], [], '', 2],
    [['main/a', 'main/return/A'], ['main/return/A'], 'a', 2],
    [['main/a', 'main/b', 'main/return/A'], [], '3+4aba', 3],
  ])('of %j asks %j', async (nodes, wanted, value, stands) => {
    const own = await recorded(script(scripts['chain'] ?? ''), askedClient(answered).client)
    const again = askedClient(answered)
    const { execution, requests } = await replayed(own, { kind: 'coalition', nodes: new Set(nodes) }, again.client)
    expect(places(again.asked)).toEqual(wanted)
    expect(execution).toMatchObject({ outcome: { kind: 'ok', value }, requests: stands })
    expect(requests).toBe(wanted.length)
  })

  test('takes declared replies for those who are absent, and empty ones of their type for others', async () => {
    const own = await recorded(script('if Judge(x) { r = A(x) } else { r = B(x) } return "{{r}}!"'), askedClient(answered).client)
    const none = askedClient(() => null)
    const nobody: Intervention = { kind: 'coalition', nodes: new Set() }
    const value = async (defaultReplies: Readonly<Record<string, string | boolean>>) =>
      (await replayed(own, nobody, none.client, { defaultReplies })).execution.outcome
    expect(await value({})).toEqual({ kind: 'ok', value: '!' })
    expect(await value({ Judge: true, A: 'yes', B: 'no' })).toEqual({ kind: 'ok', value: 'yes!' })
    expect(await value({ B: 'no' })).toEqual({ kind: 'ok', value: 'no!' })
    expect(none.asked).toEqual([])
  })

  test('keeps a failure that has no row', async () => {
    const fails = (request: ModelRequest): Answer => (request.agent.name === 'A' ? null : answered(request))
    const own = await recorded(script('a = A(x) otherwise B(x) return B(a)'), askedClient(fails).client)
    const { execution } = await replayed(own, { kind: 'coalition', nodes: new Set(['main/return/B']) }, askedClient(answered).client)
    // B in the place of A is absent; A fails as it did, though it would answer now.
    expect(execution.outcome).toEqual({ kind: 'ok', value: 'b' })
  })
})

test('votes that stop early are replayed as they ran', async () => {
  const body = script('return vote(sample 5 of A(x))')
  const early = new DesignCompiler(Infinity, { optimise: true })
  const own = await recorded(body, askedClient(answered).client, lengthScorer, early)
  expect(own.execution.requests).toBe(3)
  const again = askedClient((request) => (request.node === 'main/return/sample[2]/A' ? 'another' : answered(request)))
  const unchanged = await replayed(own, { kind: 'continue', after: 3 }, again.client)
  expect([unchanged.requests, unchanged.execution.requests]).toEqual([0, 3])
  // One of three says something else: a fourth has to be asked.
  const call = own.execution.calls.findIndex(({ node }) => node === 'main/return/sample[2]/A')
  const { execution, requests } = await replayed(own, { kind: 'resample', call }, again.client)
  expect(places(again.asked)).toEqual(['main/return/sample[2]/A', 'main/return/sample[4]/A'])
  expect([requests, execution.requests]).toEqual([2, 4])
})

test('what was not recorded is not replayed', async () => {
  const own = await recorded(script('return A(x)'), askedClient(answered).client)
  const bare = { ...own, execution: { ...own.execution, exchanges: null } }
  const { client } = askedClient(answered)
  await expect(replayed(bare, { kind: 'resample', call: 0 }, client)).rejects.toThrow(RangeError)
  await expect(replayed(own, { kind: 'resample', call: 1 }, client)).rejects.toThrow('the execution has no call 1')
})
