import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import type { Graph } from '../../../compiler/index.ts'
import type { ModelClient } from '../../../runtime/index.ts'
import { evaluateScripts, resultKey } from '../../../trainer/evaluation/index.ts'
import type { EvaluationOptions, EvaluationResult } from '../../../trainer/evaluation/index.ts'
import { exactScorer } from '../../../trainer/scorers/index.ts'

function graphOf(source: string): Graph {
  const [workflow] = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', source]]))).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this test does not compile')
  return workflow.compiled.graph
}

const echo = graphOf('agent A(q: string) -> string { prompt "{{q}}" } workflow main(q: string) -> string { return A(q) }')
const fails = graphOf('workflow main(q: string) -> string { assert len(q) > 9 return q }')

/** What was asked, in order. */
const asked: { task: string; seed: number }[] = []
const modelFor = (task: string): ModelClient => ({
  description: 'echo',
  complete(request) {
    asked.push({ task, seed: request.sampling.seed })
    const content = request.messages.at(-1)?.content ?? ''
    return Promise.resolve({
      kind: 'reply',
      reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } },
    })
  },
})

const task = (id: string, expected?: string) => ({
  id,
  family: 'tasks',
  difficulty: 0,
  input: { q: id },
  ...(expected === undefined ? {} : { expected }),
})

const script = (name: string, graph: Graph) => ({
  name,
  graph,
  modelsFor: (id: string) => new Map([['default', modelFor(id)]]),
  tools: new Map(),
})

async function evaluate(changes: Partial<EvaluationOptions> = {}): Promise<readonly EvaluationResult[]> {
  asked.length = 0
  return evaluateScripts({
    scripts: [script('echo', echo)],
    tasks: [task('x', 'x'), task('y', 'z'), task('w')],
    scorer: exactScorer,
    repeat: 1,
    seed: 7,
    concurrency: 1,
    signal: new AbortController().signal,
    onResult: () => undefined,
    ...changes,
  })
}

test('every run is scored by its result', async () => {
  expect((await evaluate()).map(({ task: id, score }) => [id, score])).toEqual([
    ['x', 1],
    ['y', 0],
    ['w', null],
  ])
})

test('a run that fails scores 0', async () => {
  expect((await evaluate({ scripts: [script('fails', fails)] })).map(({ score, outcome }) => [score, outcome.kind])).toEqual([
    [0, 'failed'],
    [0, 'failed'],
    [null, 'failed'],
  ])
})

test('repeats have seeds of their own, equal for all scripts, and the first one the seed itself', async () => {
  await evaluate({ scripts: [script('one', echo), script('two', echo)], tasks: [task('x')], repeat: 2 })
  const [first, second, third, fourth] = asked.map(({ seed }) => seed)
  expect([first, third]).toEqual([second, fourth])
  expect(first).not.toBe(third)
  const once = await evaluate({ tasks: [task('x')] })
  expect(once).toHaveLength(1)
  expect(asked[0]?.seed).toBe(first)
})

test('all scripts meet a task before the next one starts', async () => {
  const order: string[] = []
  await evaluate({
    scripts: [script('one', echo), script('two', echo)],
    onResult: (result) => order.push(`${result.task} ${result.script}`),
  })
  expect(order).toEqual(['x one', 'x two', 'y one', 'y two', 'w one', 'w two'])
})

test('what is known is not made again', async () => {
  const before = await evaluate({ tasks: [task('x', 'x')] })
  const known = new Map(before.map((result) => [resultKey(result), { ...result, score: 0.5 }]))
  expect((await evaluate({ known })).map(({ score }) => score)).toEqual([0.5, 0, null])
  expect(asked.map((one) => one.task)).toEqual(['y', 'w'])
})

test('what is stopped keeps what it has', async () => {
  const stopped = new AbortController()
  const results = await evaluate({
    signal: stopped.signal,
    onResult: () => {
      stopped.abort()
    },
  })
  expect(results.map((result) => result.task)).toEqual(['x'])
})
