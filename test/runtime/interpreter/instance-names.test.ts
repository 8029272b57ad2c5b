import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import type { ModelClient } from '../../../runtime/index.ts'

const echo: ModelClient = {
  description: 'echo',
  complete: () =>
    Promise.resolve({
      kind: 'reply',
      reply: { content: 'x', toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } },
    }),
}

async function calledNodes(statements: string): Promise<readonly string[]> {
  const text = `agent A(x: string) -> string\nworkflow main(x: string) -> string {\n${statements}\n}`
  const file = compileProgram('names.mas', createMemoryReader(new Map([['names.mas', text]])))
  const compiled = file.workflows[0]?.compiled
  if (compiled?.kind !== 'graph') throw new Error(file.diagnostics.map((diagnostic) => diagnostic.message).join('\n'))
  const run = runWorkflow({ graph: compiled.graph, inputs: { x: 'x' }, models: new Map([['default', echo]]), seed: 1 })
  const nodes: string[] = []
  for await (const event of run.events) if (event.kind === 'request_started') nodes.push(event.node)
  return nodes.sort()
}

test.each([
  ['a binding', 'a = A(x) return a', ['main/a']],
  ['a part of a value', 'a = trim(A(x)) return a', ['main/a/A']],
  ['a return', 'return A(x)', ['main/return/A']],
  ['a sample that is the whole right side', 'a = sample 2 of A(x) return vote(a)', ['main/a[1]', 'main/a[2]']],
  ['a sample inside a value', 'a = vote(sample 2 of A(x)) return a', ['main/a/sample[1]/A', 'main/a/sample[2]/A']],
  ['the yield of an each', 'a = each i in range(2) { yield A(text(i)) } return vote(a)', ['main/a[1]', 'main/a[2]']],
  ['a statement in an each', 'a = each i in range(2) { b = A(text(i)) yield trim(b) } return vote(a)', ['main/a/each[1]/b', 'main/a/each[2]/b']],
  ['a loop', 'a = x repeat max 2 { a = A(a) } return a', ['main/repeat[1]/a', 'main/repeat[2]/a']],
  ['a sample in a loop', 'a = x repeat max 1 { b = sample 2 of A(a) a = vote(b) } return a', ['main/repeat[1]/b[1]', 'main/repeat[1]/b[2]']],
  ['an otherwise', 'a = A(x) otherwise "" return a', ['main/a/otherwise/A']],
  ['a name bound twice', 'a = A(x) a = A(a) return a', ['main/a', 'main/a#2']],
])('%s', async (_, statements, nodes) => {
  expect(await calledNodes(statements)).toEqual(nodes)
})
