import { describe, expect, test } from 'vitest'
import { validateValue } from '../../runtime/index.ts'
import { graphOf, seededTools } from '../../testing/index.ts'

const graph = graphOf({
  text: 'tool look(key: string) -> { hits: int[2] } from "host:look" pure\nworkflow main(key: string) -> int[2] { return look(key).hits }',
  workflow: 'main',
})

const call = (seed: number, node: string, key: string, failureRate = 0) =>
  seededTools(graph, seed, { failureRate })
    .get('host:look')
    ?.call({ key }, { node, seed: 1, signal: new AbortController().signal })

describe('seededTools', () => {
  test('give values of the declared type, by seed, node and inputs', async () => {
    const values = await Promise.all([call(1, 'a', 'x'), call(1, 'a', 'x'), call(2, 'a', 'x'), call(1, 'b', 'x'), call(1, 'a', 'y')])
    expect(values[0]).toEqual(values[1])
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(2)
    const type = graph.tools['look']?.result
    if (type === undefined) throw new Error('the graph has no tool')
    for (const value of values) expect(value?.kind === 'ok' && validateValue(type, value.value).kind).toBe('ok')
  })

  test('fail where they are told to', async () => {
    expect(await call(1, 'a', 'x', 1)).toEqual({ kind: 'failed', message: 'a failure made up for a test' })
  })
})
