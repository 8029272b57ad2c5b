import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../runtime/index.ts'
import { everySlot, graphOf, seededModel, seededTools } from '../../testing/index.ts'

describe('at temperature 0', () => {
  const script = `
    tool look(key: string) -> string from "host:look" pure
    tool draw(key: string) -> string from "host:draw"
    agent Cold(task: string) -> string { temperature 0 }
    agent Hot(task: string) -> string
    workflow main(task: string) -> { cold: string[2], looked: string[2], hot: string[20], drawn: string[20] } {
      cold = [Cold(task), Cold(task)]
      looked = [look(task), look(task)]
      hot = sample 20 of Hot(task)
      drawn = sample 20 of draw(task)
      return { cold: cold, looked: looked, hot: hot, drawn: drawn }
    }`

  test('a reply is decided by the request alone, and a pure tool by its inputs; the others by their node too', async () => {
    const graph = graphOf({ text: script, workflow: 'main' })
    for (const seed of [1, 2, 3]) {
      const models = everySlot(graph, seededModel(seed, { extremes: 0 }))
      const { outcome } = await runWorkflow({ graph, inputs: { task: 'a' }, models, tools: seededTools(graph, seed), seed }).result
      if (outcome.kind !== 'ok') throw new Error('it succeeds')
      const { cold, looked, hot, drawn } = outcome.value as Record<string, readonly string[]>
      expect([cold, looked].map((values) => new Set(values).size)).toEqual([1, 1])
      expect(Math.min(...[hot, drawn].map((values) => new Set(values).size))).toBeGreaterThan(1)
    }
  })
})
