import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { libraryPatterns } from '../../../scripts/patterns/library-patterns.ts'
import { runWorkflow, standardTools } from '../../../runtime/index.ts'
import { lastMessage, mockModel } from '../../runtime/mock-model.ts'
import { graphOf } from '../compile/compile-source.ts'

const folder = join(import.meta.dirname, '../../../examples/patterns')

type Answers = Readonly<Record<string, (said: string, node: string) => Value>>

/** How often each agent was asked, and what came out. */
interface Ran {
  readonly outcome: unknown
  readonly asked: Readonly<Record<string, number>>
}

async function run(name: string, inputs: Readonly<Record<string, string>>, answers: Answers): Promise<Ran> {
  const graph = graphOf(readFileSync(join(folder, `${name}.mas`), 'utf8'))
  const asked: Record<string, number> = {}
  const model = mockModel((request) => {
    const agent = request.agent.name
    asked[agent] = (asked[agent] ?? 0) + 1
    const answer = answers[agent]?.(lastMessage(request), request.node) ?? null
    if (request.output.kind !== 'json') return String(answer)
    return JSON.stringify(request.output.wrapped ? { value: answer } : answer)
  })
  const slots = new Map(Object.values(graph.agents).map((agent) => [agent.model, model]))
  const python = { call: () => Promise.resolve({ kind: 'ok' as const, value: '' }) }
  const tools = new Map([...standardTools, ['std:python', python] as const])
  const { outcome } = await runWorkflow({ graph, inputs, models: slots, tools, seed: 0 }).result
  return { outcome: outcome.kind === 'ok' ? outcome.value : outcome, asked }
}

/** The number of the sample: `main/drafts[3]` is the third. */
const indexOf = (node: string): number => Number(/\[(\d+)\](?!.*\[)/.exec(node)?.[1] ?? 0)

describe('a pattern does what it says', () => {
  test('self_consistency keeps the most common result', async () => {
    const answers: Answers = { Solver: (_, node) => ({ reasoning: node, answer: [9, 4, 7, 4, 4, 7, 1][indexOf(node) - 1] ?? 0 }) }
    expect(await run('self_consistency', { problem: 'p' }, answers)).toEqual({ outcome: 4, asked: { Solver: 7 } })
  })

  test('best_of keeps what the judge gives the most points', async () => {
    const answers: Answers = {
      Writer: (_, node) => `slogan ${indexOf(node)}`,
      Judge: (said) => (said.includes('slogan 3') ? 8 : 5),
    }
    expect(await run('best_of', { product: 'p' }, answers)).toEqual({ outcome: 'slogan 3', asked: { Writer: 4, Judge: 4 } })
  })

  test('mixture hands every draft to the one who joins them', async () => {
    const answers: Answers = { Writer: (_, node) => `d${indexOf(node)}`, Editor: (said) => /\["d1","d2","d3"\]/.exec(said)?.[0] ?? said }
    expect(await run('mixture', { topic: 't' }, answers)).toEqual({ outcome: '["d1","d2","d3"]', asked: { Writer: 3, Editor: 1 } })
  })

  test.each([
    ['the best draft, wherever it comes', (node: string) => indexOf(node) === 2, 'title 2'],
    ['the champion, where no challenger is better', () => false, 'title 0'],
  ])('tournament keeps %s', async (_, isBetter, expected) => {
    const answers: Answers = {
      Namer: (_, node) => `title ${indexOf(node)}`,
      Referee: (said, node) => {
        expect(said).toContain(`Second title: title ${indexOf(node)}`)
        return isBetter(node) ? 'second' : 'first'
      },
    }
    expect(await run('tournament', { summary: 's' }, answers)).toEqual({ outcome: expected, asked: { Namer: 4, Referee: 3 } })
  })

  test('reflection revises by the remarks, until there are none', async () => {
    const answers: Answers = {
      Writer: (said) => (said.includes('too short') ? 'a longer text' : 'a text'),
      Critic: (said) => (said.includes('a longer text') ? null : 'too short'),
    }
    expect(await run('reflection', { task: 't' }, answers)).toEqual({ outcome: 'a longer text', asked: { Writer: 2, Critic: 2 } })
  })

  test('reflection ends after its rounds, with the last revision', async () => {
    const answers: Answers = { Writer: (_, node) => `draft ${indexOf(node)}`, Critic: () => 'no' }
    expect(await run('reflection', { task: 't' }, answers)).toEqual({ outcome: 'draft 2', asked: { Writer: 3, Critic: 2 } })
  })

  test('verifier_loop tries with the reason until a result is accepted', async () => {
    const answers: Answers = {
      Coder: (said) => (said.includes('fails on 0') ? 'better' : 'first'),
      Tester: (said) => ({ accepted: said.includes('better'), reason: 'fails on 0' }),
    }
    expect(await run('verifier_loop', { task: 't' }, answers)).toEqual({ outcome: 'better', asked: { Coder: 2, Tester: 2 } })
  })

  test('verifier_loop fails where no result is accepted', async () => {
    const answers: Answers = { Coder: () => 'code', Tester: () => ({ accepted: false, reason: 'fails on 0' }) }
    const { outcome, asked } = await run('verifier_loop', { task: 't' }, answers)
    expect(outcome).toMatchObject({ kind: 'failed', code: 'assert_failed', message: 'No result was accepted: fails on 0' })
    expect(asked).toEqual({ Coder: 3, Tester: 3 })
  })

  test('debate lets each side read what was said, and the judge all of it', async () => {
    const answers: Answers = {
      Pro: (said) => `yes${said.split('CON:').length}`,
      Con: (said) => `no${said.split('PRO:').length}`,
      Judge: (said) => said.match(/(PRO|CON): \w+/g)?.join(', ') ?? '',
    }
    expect(await run('debate', { question: 'q' }, answers)).toEqual({
      outcome: 'PRO: yes1, CON: no2, PRO: yes2, CON: no3',
      asked: { Pro: 2, Con: 2, Judge: 1 },
    })
  })

  test.each([
    ['keeps the cheap answer where it is accepted', true, 'small', { Small: 1, Good: 1 }],
    ['asks the strong agent where it is not', false, 'large', { Small: 1, Good: 1, Large: 1 }],
  ])('cascade %s', async (_, accepted, outcome, asked) => {
    const answers: Answers = { Small: () => 'small', Good: () => accepted, Large: () => 'large' }
    expect(await run('cascade', { question: 'q' }, answers)).toEqual({ outcome, asked })
  })

  test.each([
    ['a', 'Billing'],
    ['b', 'Repairs'],
    ['c', 'Sales'],
  ])('router hands %s to its agent alone', async (route, agent) => {
    const answers: Answers = { Desk: () => route, [agent]: () => agent }
    expect(await run('router', { letter: 'l' }, answers)).toEqual({ outcome: agent, asked: { Desk: 1, [agent]: 1 } })
  })

  test('divide does every part, and joins them in the order of the plan', async () => {
    const answers: Answers = {
      Planner: () => ['x', 'y', 'z'],
      Worker: (said) => `done ${said.at(-1) ?? ''}`,
      Writer: (said) => said.split('\n').at(-1) ?? '',
    }
    expect(await run('divide', { question: 'q' }, answers)).toEqual({
      outcome: '["done x","done y","done z"]',
      asked: { Planner: 1, Worker: 3, Writer: 1 },
    })
  })

  test('plan_and_execute gives each step the results of the steps before', async () => {
    const answers: Answers = {
      Planner: () => ['1', '2', '3'],
      Worker: (said) => `r${said.match(/r\d/g)?.length ?? 0}`,
      Writer: (said) => said.split('\n').at(-1) ?? '',
    }
    expect(await run('plan_and_execute', { task: 't' }, answers)).toEqual({
      outcome: '["r0","r1","r2"]',
      asked: { Planner: 1, Worker: 3, Writer: 1 },
    })
  })

  test('map_reduce reads every piece, and fails on a document that is too long', async () => {
    const answers: Answers = {
      Reader: (said) => `${(/[a-c]+$/.exec(said)?.[0] ?? '').length}`,
      Reporter: (said) => said.split('\n').at(-1) ?? '',
    }
    const document = `${'a'.repeat(8000)}${'b'.repeat(8000)}cc`
    expect(await run('map_reduce', { question: 'q', document }, answers)).toEqual({
      outcome: '["8000","8000","2"]',
      asked: { Reader: 3, Reporter: 1 },
    })
    const tooLong = await run('map_reduce', { question: 'q', document: 'a'.repeat(8000 * 20 + 1) }, answers)
    expect(tooLong).toMatchObject({ outcome: { kind: 'failed', code: 'list_too_long' }, asked: {} })
  })

  test('orchestrator hands out tasks until the lead has none, and answers from all reports', async () => {
    const answers: Answers = {
      Lead: (said) => [['p', 'q'], ['r'], []][['r(p)', 'r(r)'].filter((report) => said.includes(report)).length] ?? [],
      Researcher: (said) => `r(${said.at(-1) ?? ''})`,
      Writer: (said) => said.split('\n').at(-1) ?? '',
    }
    expect(await run('orchestrator', { topic: 't' }, answers)).toEqual({
      outcome: '["r(p)","r(q)","r(r)"]',
      asked: { Lead: 3, Researcher: 3, Writer: 1 },
    })
  })
})

test('every pattern has an example of its name', () => {
  const examples = readdirSync(folder).map((file) => file.replace(/\.mas$/, ''))
  expect(examples.toSorted()).toEqual(libraryPatterns().map(({ name }) => name).toSorted())
})
