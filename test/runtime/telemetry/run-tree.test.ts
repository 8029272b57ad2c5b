import { expect, test } from 'vitest'
import type { RunEvent } from '../../../runtime/index.ts'
import { criticalPath, runTree } from '../../../runtime/telemetry/index.ts'
import type { TreeEntry } from '../../../runtime/telemetry/index.ts'
import { exampleRequest } from '../model/example-request.ts'

type Written = { readonly at: number; readonly kind: RunEvent['kind'] } & Readonly<Record<string, unknown>>

const eventsOf = (written: readonly Written[]): readonly RunEvent[] =>
  written.map(({ at, ...event }, index) => ({ ...event, sequence: index + 1, time: 100 + at }) as unknown as RunEvent)

const start = { at: 0, kind: 'run_started', workflow: 'main', file: 'a.mas', seed: 1, inputs: {} } as const
const node = (at: number, name: string, nodeKind = 'agent') => ({ at, kind: 'node_started', node: name, name, nodeKind }) as const
const ended = (at: number, name: string, outcome: object = { kind: 'ok', values: [] }) =>
  ({ at, kind: 'node_finished', node: name, outcome }) as const
const asked = (at: number, name: string, turn = 1) =>
  ({ at, kind: 'request_started', node: name, slot: 'default', request: { ...exampleRequest(), turn } }) as const
const answered = (at: number, name: string, turn = 1, usage: object = { promptTokens: 3, completionTokens: 2 }) =>
  ({
    at,
    kind: 'request_finished',
    node: name,
    slot: 'default',
    attempt: 1,
    turn,
    outcome: { kind: 'reply', reply: { content: '', toolCalls: [], finish: 'stop', usage } },
  }) as const
const finish = (at: number, outcome: object = { kind: 'ok', value: null }) =>
  ({ at, kind: 'run_finished', outcome, usage: {} }) as const

function treeOf(written: readonly Written[]): TreeEntry {
  const tree = runTree(eventsOf(written))
  if (tree === null) throw new Error('no tree')
  return tree
}

/** A tree as text: what it is, and from when to when. */
function shown({ kind, node: name, what, start: from, end, children }: TreeEntry, indent = ''): readonly string[] {
  const label = kind === 'node' ? name : `${kind} ${what}`
  return [`${indent}${label} ${from}-${end}`, ...children.flatMap((child) => shown(child, `${indent}  `))]
}

test('entries stand in what holds them, whatever their names', () => {
  const tree = treeOf([
    start,
    node(0, 'main/drafts/sample', 'sample'),
    node(0, 'main/drafts[1]'),
    asked(0, 'main/drafts[1]'),
    answered(2, 'main/drafts[1]'),
    ended(2, 'main/drafts[1]'),
    ended(2, 'main/drafts/sample'),
    node(2, 'main/out/each', 'each'),
    node(2, 'main/out[1]/each#2', 'each'),
    node(2, 'main/out[1][2]'),
    ended(3, 'main/out[1][2]'),
    ended(3, 'main/out[1]/each#2'),
    ended(3, 'main/out/each'),
    node(3, 'main/if', 'if'),
    node(3, 'main/if/then/result'),
    { at: 3, kind: 'tool_started', node: 'main/if/then/result/search[1]', tool: 'search', arguments: {} },
    { at: 4, kind: 'tool_finished', node: 'main/if/then/result/search[1]', tool: 'search', outcome: { kind: 'ok', value: 1 } },
    ended(4, 'main/if/then/result'),
    ended(4, 'main/if'),
    { at: 4, kind: 'tool_started', node: 'main/found', tool: 'lookup', arguments: {} },
    {
      at: 5,
      kind: 'tool_finished',
      node: 'main/found',
      tool: 'lookup',
      outcome: { kind: 'failed', code: 'tool_failed', message: '' },
    },
    finish(5, { kind: 'failed', node: 'main/found', code: 'tool_failed', message: '' }),
  ])
  expect(shown(tree)).toEqual([
    'workflow main 0-5',
    '  main/drafts/sample 0-2',
    '    main/drafts[1] 0-2',
    '      request default 0-2',
    '  main/out/each 2-3',
    '    main/out[1]/each#2 2-3',
    '      main/out[1][2] 2-3',
    '  main/if 3-4',
    '    main/if/then/result 3-4',
    '      tool search 3-4',
    '  tool lookup 4-5',
  ])
  expect(tree.problem).toBe('tool_failed')
  expect(tree.children.at(-1)?.problem).toBe('tool_failed')
})

test('tokens and costs add up, and what has no price has none', () => {
  const tree = treeOf([
    start,
    node(0, 'main/a'),
    asked(0, 'main/a'),
    answered(1, 'main/a', 1, { promptTokens: 3, completionTokens: 2, cost: 0.25 }),
    asked(1, 'main/a', 2),
    answered(2, 'main/a', 2),
    ended(2, 'main/a'),
    finish(2),
  ])
  expect(tree).toMatchObject({
    tokens: { prompt: 6, completion: 4 },
    cost: 0.25,
    children: [{ children: [{ cost: 0.25 }, { cost: null }] }],
  })
})

test('what a killed run left open ends with its last event', () => {
  expect(shown(treeOf([start, node(0, 'main/a'), asked(1, 'main/a'), node(7, 'main/b')]))).toEqual([
    'workflow main 0-7',
    '  main/a 0-7',
    '    request default 1-7',
    '  main/b 7-7',
  ])
})

test('events that do not start with the run have no tree', () => {
  expect(runTree(eventsOf([node(0, 'main/a')]))).toBeNull()
  expect(runTree([])).toBeNull()
})

test('the critical path is made of the calls that the time went to', () => {
  const tree = treeOf([
    start,
    node(0, 'main/slow'),
    node(0, 'main/quick'),
    asked(0, 'main/slow'),
    asked(0, 'main/quick'),
    answered(1, 'main/quick'),
    answered(5, 'main/slow'),
    node(5, 'main/last'),
    asked(5, 'main/last'),
    answered(6, 'main/last'),
    finish(6),
  ])
  expect(criticalPath(tree).map((entry) => entry.node)).toEqual(['main/slow', 'main/last'])
})

test('a call that waits for a person holds the time that it waits, answered or not', () => {
  const called = { at: 1, kind: 'tool_started', node: 'main/pay', tool: 'pay', arguments: {} } as const
  const asked = (at: number, awaits: string) =>
    ({ ...called, at, kind: 'tool_suspended', question: '?', awaits, result: {} }) as const
  const given = (at: number, kind: string) =>
    ({ at, kind: 'tool_answered', node: 'main/pay', tool: 'pay', answer: { kind } }) as const
  const suspended = finish(7, { kind: 'suspended', awaited: [] })
  const waiting = treeOf([start, called, asked(2, 'approval'), given(5, 'approved'), asked(6, 'result'), suspended])
  expect(shown(waiting)).toEqual(['workflow main 0-7', '  tool pay 1-7', '    wait approval 2-5', '    wait result 6-7'])
  expect(waiting.problem).toBe('suspended')
  expect(waiting.children[0]?.children.map(({ problem }) => problem)).toEqual([null, 'suspended'])
  const refused = treeOf([start, called, asked(2, 'approval'), given(5, 'declined'), finish(7)])
  expect(refused.children[0]?.children[0]?.problem).toBe('declined')
})
