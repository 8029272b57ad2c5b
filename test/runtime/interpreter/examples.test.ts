import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkFile } from '../../../compiler/index.ts'
import type { Graph, Value } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import type { ModelRequest, ToolImplementation } from '../../../runtime/index.ts'
import { failure, mockModel, toolCalls } from '../mock-model.ts'
import type { Answer, MockModel } from '../mock-model.ts'

function compiled(example: string, workflow = 'main'): Graph {
  const file = checkFile(fileURLToPath(new URL(`../../../examples/${example}.mas`, import.meta.url)))
  const found = file.workflows.find(({ name }) => name === workflow)?.compiled
  if (found?.kind !== 'graph') throw new Error(file.diagnostics.map((diagnostic) => diagnostic.message).join('\n'))
  return found.graph
}

const python: ToolImplementation = { call: ({ code }) => Promise.resolve({ kind: 'ok', value: `ran ${String(code)}` }) }

async function run(graph: Graph, inputs: { readonly [name: string]: Value }, answer: (request: ModelRequest) => Answer) {
  const model = mockModel(answer)
  const slots = new Set(Object.values(graph.agents).map((agent) => agent.model))
  const models = new Map<string, MockModel>([...slots].map((slot) => [slot, model]))
  const { outcome, usage } = await runWorkflow({ graph, inputs, models, tools: new Map([['std:python', python]]), seed: 1 })
    .result
  expect(usage.requests).toBeLessThanOrEqual(graph.bounds.calls)
  expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
  return { outcome, usage, nodes: model.requests.map((request) => request.node), requests: model.requests }
}

const inputOf = (request: ModelRequest, name: string): Value =>
  request.agent.inputs.find((input) => input.name === name)?.value ?? null
const json = (value: Value): string => JSON.stringify(value)

describe('the examples', () => {
  test('arithmetic: reduces step by step', async () => {
    const steps = new Map([
      ['(3+5)*2', '8*2'],
      ['8*2', '16'],
    ])
    const { outcome, nodes } = await run(
      compiled('arithmetic'),
      { expression: '(3+5)*2' },
      (request) => steps.get(String(inputOf(request, 'expression'))) ?? '?',
    )
    expect(outcome).toEqual({ kind: 'ok', value: '16' })
    expect(nodes).toEqual(['main/repeat[1]/current', 'main/repeat[2]/current'])
  })

  test('arithmetic: votes', async () => {
    const { outcome, usage } = await run(compiled('arithmetic', 'voted'), { expression: '1+1' }, ({ node }) =>
      /\[[24]\]/.test(node) ? '3' : '2',
    )
    expect(outcome).toEqual({ kind: 'ok', value: '2' })
    expect(usage.requests).toBe(5)
  })

  test('ensemble: drafts that fail are left out, a split vote is judged', async () => {
    const answers = ['a', 'b', null, 'c', 'a']
    const { outcome, requests } = await run(compiled('ensemble'), { problem: 'p' }, (request) => {
      if (request.agent.name === 'Judge') return json({ reasoning: 'r', answer: 'judged' })
      const answer = answers[Number(/\[(\d)\]/.exec(request.node)?.[1]) - 1] ?? null
      return answer === null ? failure() : json({ reasoning: 'r', answer })
    })
    expect(outcome).toEqual({ kind: 'ok', value: 'judged' })
    const judge = requests.find((request) => request.agent.name === 'Judge')
    expect(judge === undefined ? null : inputOf(judge, 'drafts')).toHaveLength(4)
  })

  test('orchestrate: carries notes over the sections, then delegates', async () => {
    const { outcome, nodes, usage } = await run(compiled('orchestrate'), { task: 't', document: 'x'.repeat(9000) }, (request) => {
      if (request.agent.name === 'Researcher') return 'a fact'
      if (request.agent.name !== 'Lead') return `${String(inputOf(request, 'notes'))}*`
      if (request.turn === 1) return toolCalls(['Researcher', { question: 'q' }], ['python', { code: '1' }])
      return json({ report: `from ${String(inputOf(request, 'notes'))}`, done: request.node.includes('[2]') })
    })
    expect(outcome).toEqual({ kind: 'ok', value: 'from ***\nfrom ***' })
    expect(nodes).toEqual([
      'main/for[1]/if/then/notes',
      'main/for[2]/if/else/notes',
      'main/for[3]/if/else/notes',
      'main/repeat[1]/result',
      'main/repeat[1]/result/Researcher[1]',
      'main/repeat[1]/result',
      'main/repeat[2]/result',
      'main/repeat[2]/result/Researcher[1]',
      'main/repeat[2]/result',
    ])
    expect(usage.tool_calls).toBe(2)
  })

  test('orchestrate: without a report the assertion says so', async () => {
    const { outcome } = await run(compiled('orchestrate'), { task: 't', document: '' }, (request) =>
      request.agent.name === 'Lead' ? json({ report: 'so far', done: false }) : 'x',
    )
    expect(outcome).toMatchObject({
      kind: 'failed',
      node: 'main/assert',
      code: 'assert_failed',
      message: 'no report after two rounds: so far',
    })
  })

  test('plan: every step is worked on at the same time', async () => {
    const { outcome, nodes, requests } = await run(compiled('plan'), { task: 't' }, (request) => {
      if (request.agent.name === 'Planner') return json({ value: ['one', 'two'] })
      return request.agent.name === 'Worker' ? `did ${String(inputOf(request, 'step'))}` : 'written'
    })
    expect(outcome).toEqual({ kind: 'ok', value: 'written' })
    expect(nodes).toHaveLength(4)
    expect(requests.at(-1)?.messages.at(-1)?.content).toBe(
      'Task: t\n\nNotes from the team:\n- did one\n- did two\n\nWrite the final answer.',
    )
  })

  test('reflect: stops when the critic agrees', async () => {
    const { outcome, nodes } = await run(compiled('reflect'), { problem: 'p' }, (request) => {
      if (request.agent.name === 'Solver') return json({ reasoning: 'r', answer: inputOf(request, 'feedback') ?? 'first' })
      return json({ verdict: request.node.includes('[1]') ? 'wrong' : 'correct', feedback: 'second' })
    })
    expect(outcome).toEqual({ kind: 'ok', value: 'second' })
    expect(nodes).toEqual(['main/draft', 'main/repeat[1]/review', 'main/repeat[1]/draft', 'main/repeat[2]/review'])
  })

  test.each<[string, Answer, string]>([
    ['arithmetic', '42', '42'],
    ['arithmetic', failure(), 'in general'],
    ['code', '42', '42'],
    ['knowledge', '42', 'in general'],
  ])('route: %s', async (kind, expert, answer) => {
    const { outcome } = await run(compiled('route'), { question: 'q' }, ({ agent }) => {
      if (agent.name === 'Router') return json({ value: kind })
      return agent.name === 'Generalist' ? 'in general' : expert
    })
    expect(outcome).toEqual({ kind: 'ok', value: answer })
  })
})
