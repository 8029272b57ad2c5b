import { expect, test } from 'vitest'
import type { Block, Graph, Node } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import { agent, block, constant, graph, value } from '../graph-builder.ts'
import { mockModel } from '../mock-model.ts'
import { startRun } from './start-run.ts'

const depth = 6_000
const place = { file: 'test.mas', start: 0, end: 0 }

/** So many regions inside each other, around one call. */
function nested(wrap: (inner: Block, name: string) => Node): Graph {
  let body = block([{ kind: 'agent', name: 'main/call', agent: 'A', arguments: [], result: 'r' }], value('r'))
  for (let i = 0; i < depth; i += 1) body = { nodes: [wrap(body, `main/${i}`)], outputs: [value('r')] }
  return { ...graph({ agents: [agent('A', { parameters: [] })], body: block([], constant('')) }), body }
}

const base = (name: string) => ({ name, instance: name, place, budgets: [] })

const shapes: readonly (readonly [string, Graph])[] = [
  [
    'if',
    nested((inner, name) => ({
      kind: 'if',
      ...base(name),
      condition: constant(true),
      then: inner,
      else: block([]),
      results: ['r'],
    })),
  ],
  [
    'otherwise',
    nested((inner, name) => ({
      kind: 'otherwise',
      ...base(name),
      attempt: inner,
      fallback: block([], constant('f')),
      result: 'r',
    })),
  ],
  ['repeat', nested((inner, name) => ({ kind: 'repeat', ...base(name), maximum: 1, carried: [], body: inner, results: ['r'] }))],
  ['sample', nested((inner, name) => ({ kind: 'sample', ...base(name), count: 1, ordered: false, body: inner, result: 'r' }))],
]

test.each(shapes)('%s inside itself, thousands deep, does not overflow the stack', async (_, of) => {
  const model = mockModel(() => 'x')
  const { outcome } = await runWorkflow({ graph: of, inputs: {}, models: new Map([['default', model]]), seed: 1 }).result
  expect(outcome.kind).toBe('ok')
})

test('a failure comes up through all of it', async () => {
  const started = startRun(shapes[0]?.[1] ?? graph({ body: block([]) }))
  await started.fail('main/call')
  expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/call' })
})

test('it can be cancelled', async () => {
  const controller = new AbortController()
  const started = startRun(shapes[1]?.[1] ?? graph({ body: block([]) }), {}, { signal: controller.signal })
  await expect.poll(started.waiting).toEqual(['main/call'])
  controller.abort()
  expect(await started.outcome()).toEqual({ kind: 'cancelled' })
})
