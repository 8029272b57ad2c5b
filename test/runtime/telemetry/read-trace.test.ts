import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { criticalPath, readTrace, runTree } from '../../../runtime/telemetry/index.ts'
import type { TreeEntry } from '../../../runtime/telemetry/index.ts'

const head = '{"kind":"trace","version":1,"file":"a.mas","workflow":"main","seed":1,"models":{}}'
const started = (task: string | null, time = 1) =>
  JSON.stringify({ task, kind: 'run_started', workflow: 'main', file: 'a.mas', seed: 1, inputs: {}, sequence: 1, time })

test('runs are kept apart by their task', () => {
  const read = readTrace([head, started('a'), started('b'), ''].join('\n'))
  expect(read.kind === 'ok' ? [...read.runs.keys()] : read).toEqual(['a', 'b'])
})

test('a last line that was cut off is left out', () => {
  expect(readTrace(`${head}\n${started(null)}\n{"kind":"node_st`)).toMatchObject({ kind: 'ok' })
})

test.each([
  ['a broken line', `${head}\nnonsense\n${started(null)}`, 'line 2 is no event of a trace'],
  ['another version', head.replace('"version":1', '"version":9'), 'its version is 9, and this mas reads version 1'],
  ['no run', head, 'it holds no run: is it a file that "mas run --trace" wrote?'],
  ['nothing', '', 'it holds no run: is it a file that "mas run --trace" wrote?'],
])('%s is told', (_, text, message) => {
  expect(readTrace(text)).toEqual({ kind: 'error', message })
})

/** What a tree shows as text is text, and as a number is one. */
function expectWhole({ node, what, problem, cost, tokens, children }: TreeEntry): void {
  expect([typeof node, typeof what, typeof (problem ?? ''), typeof (cost ?? 0)]).toEqual(['string', 'string', 'string', 'number'])
  expect([typeof tokens.prompt, typeof tokens.completion]).toEqual(['number', 'number'])
  children.forEach(expectWhole)
}

test('law: no lines break the tree', () => {
  const kinds = [
    'run_started',
    'node_started',
    'node_finished',
    'request_started',
    'request_finished',
    'tool_started',
    'tool_finished',
    'tool_suspended',
    'tool_answered',
    'run_finished',
  ]
  const fields = ['node', 'name', 'nodeKind', 'outcome', 'request', 'tool', 'slot', 'workflow', 'awaits', 'answer']
  const odd = fc.oneof(
    fc.constantFrom('main', 'main/a', 'main/a[1]', '', '__proto__', 'each', 'agent'),
    fc.integer({ min: -3, max: 3 }),
    fc.constant(null),
    fc.constant({}),
    fc.constant({ kind: 'reply', reply: { usage: { promptTokens: 1, completionTokens: 1 } } }),
    fc.constant({ kind: 'failed' }),
  )
  const line = fc.record(
    {
      kind: fc.constantFrom(...kinds),
      time: fc.integer(),
      ...Object.fromEntries(fields.map((name) => [name, odd] as const)),
    },
    { requiredKeys: ['kind'] },
  )
  const law = fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
    const read = readTrace([head, started(null), ...lines.map((one) => JSON.stringify(one))].join('\n'))
    if (read.kind === 'error') return
    for (const events of read.runs.values()) {
      const tree = runTree(events)
      if (tree === null) continue
      criticalPath(tree)
      expectWhole(tree)
    }
  })
  fc.assert(law, { seed: 20261125, numRuns: 500 })
})
