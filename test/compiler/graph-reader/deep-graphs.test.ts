import { expect, test } from 'vitest'
import { readGraph } from '../../../compiler/graph-reader/index.ts'
import { toMermaid } from '../../../compiler/index.ts'
import type { Block, Graph, Node, Pure } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'

const text: Pure = { kind: 'value', id: 'a' }
const yes: Pure = { kind: 'constant', value: true }

const graphOf = (body: Block): Graph => ({
  version: 1,
  workflow: 'main',
  file: 'deep.json',
  documentation: null,
  parameters: [{ name: 'a', type: { kind: 'string' }, value: 'a' }],
  result: { kind: 'string' },
  body,
  agents: {},
  tools: {},
  budgets: [],
  bounds: { calls: 0, tool_calls: 0, tokens: 0, depth: 0 },
})

const base = (name: string, instance = name) => ({ name, instance, place: { file: '', start: 0, end: 0 }, budgets: [] })

/** A region inside a region, and so on; the innermost block gives the input. */
function nested(depth: number, region: (level: number, inner: Block, path: string, instance: string) => Node): Block {
  const blockAt = (level: number, path: string, instance: string): Block => {
    if (level === depth) return { nodes: [], outputs: [text] }
    const kind = region(level, { nodes: [], outputs: [] }, path, instance).kind
    const [own, star] = [`${path}/${kind}`, `${instance}/${kind}`]
    const inside = kind === 'if' ? blockAt(level + 1, `${own}/then`, `${star}/then`) : blockAt(level + 1, own, `${star}[*]`)
    return { nodes: [region(level, inside, own, star)], outputs: [{ kind: 'value', id: `r${level}` }] }
  }
  return blockAt(0, 'main', 'main')
}

const branches = (level: number, inner: Block, path: string, instance: string): Node => ({
  kind: 'if',
  ...base(path, instance),
  condition: yes,
  then: inner,
  else: { nodes: [], outputs: [text] },
  results: [`r${level}`],
})

const loops = (level: number, inner: Block, path: string, instance: string): Node => ({
  kind: 'repeat',
  ...base(path, instance),
  maximum: 1,
  carried: [{ value: `c${level}`, initial: level === 0 ? text : { kind: 'value', id: `c${level - 1}` } }],
  body: inner,
  results: [`r${level}`],
})

const chain = (depth: number): Block => {
  let pure: Pure = yes
  for (let level = 0; level < depth; level += 1) pure = { kind: 'not', operand: pure }
  const part: Pure = { kind: 'text', parts: [{ kind: 'if', condition: pure, then: [{ kind: 'insert', value: text }], else: [] }] }
  return { nodes: [], outputs: [part] }
}

test.each([
  ['branches', nested(690, branches)],
  ['loops', nested(690, loops)],
  ['an expression', chain(690)],
])('%s that nest as deeply as they may are read, drawn and run', async (_, body) => {
  const { value, problems } = readGraph(graphOf(body))
  expect(problems).toEqual([])
  if (value === null) return
  expect(toMermaid(value)).toMatch(/^flowchart/)
  const { outcome } = await runWorkflow({ graph: value, inputs: { a: 'x' }, models: new Map(), seed: 1 }).result
  expect(outcome).toEqual({ kind: 'ok', value: 'x' })
})

test.each([
  ['branches', nested(701, branches)],
  ['an expression', chain(701)],
])('%s that nest more deeply are refused', (_, body) => {
  expect(readGraph(graphOf(body)).problems).toMatchObject([{ stage: 'size' }])
})
