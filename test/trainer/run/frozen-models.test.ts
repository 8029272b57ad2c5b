import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ModelClient } from '../../../runtime/index.ts'
import { frontierFile, runFiles, runTraining } from '../../../trainer/run/index.ts'
import type { TrainingSummary } from '../../../trainer/run/index.ts'
import { modelDomain } from '../../../trainer/team/index.ts'
import type { TaskDomain } from '../../../trainer/team/index.ts'
import { tinyConfiguration } from './tiny-configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-frozen-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const agents = `
agent Cheap(question: string) -> string { temperature 1 }
agent Dear(question: string) -> string { model "large" }
workflow main(question: string) -> string { return Cheap(question) }
`

function domain(): TaskDomain {
  const tasks = Array.from({ length: 30 }, (_, task) => ({ id: `t${task}`, input: { question: `q${task}` }, expected: 'yes' }))
  const made = modelDomain({ name: 'questions', title: 'questions', tasks, agents: { file: 'agents.mas', text: agents }, builtins: ['vote'], mostRequests: 4 })
  if (made.kind === 'problems') throw new Error(made.problems.join('; '))
  return made.domain
}

/** Says the same to everything, at a price. */
const saying = (content: string, cost: number): ModelClient => ({
  description: content,
  complete: () =>
    Promise.resolve({ kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1, cost } } }),
})

const cheap = saying('no', 0.001)
const dear = saying('yes', 0.01)

const settings = {
  rollout: { designs: 4, executions: 1, mostRequests: 4 },
  tasks: { perStep: 4 },
  designer: { network: { width: 8, positions: 64 }, start: { batch: 16, mostSteps: 5, target: 0 }, training: { warmUpSteps: 1 } },
  schedule: { preset: 'frozen_executor' },
  budget: { requests: 5000, price: 0.5 },
  evaluation: { tasksPerFamily: 5, repeats: 1 },
  frontier: { designs: 3, leastExecutions: 2 },
}

async function trained(changes: object, folder: string, clients = { cheap, dear }): Promise<TrainingSummary> {
  const configuration = tinyConfiguration({ ...settings, ...changes })
  const executor = { name: 'two models', client: clients.cheap, slots: new Map([['large', clients.dear]]), learner: null }
  const ended = await runTraining({ configuration, folder: join(home, folder), extensions: { domain: domain(), executor } })
  if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
  return ended.summary
}

test('two models are told apart by their slots, and designs stand on a frontier by their price', async () => {
  const summary = await trained({}, 'priced')
  expect(summary.ended).toBe('price')
  expect(summary.price).toBeGreaterThanOrEqual(0.5)
  const { frontier } = summary
  expect(frontier).toMatchObject({ cost: 'price', tasks: 5 })
  const row = (name: string) => frontier?.rows.find((candidate) => candidate.name === name)
  expect(row('Cheap, once')).toMatchObject({ requests: 1, price: 0.001, score: { estimate: 0 }, isOnFrontier: true })
  expect(row('Dear, once')).toMatchObject({ requests: 1, price: 0.01, score: { estimate: 1 }, againstVotes: { estimate: 1 }, isOnFrontier: true })
  const designs = frontier?.rows.filter(({ kind }) => kind === 'design') ?? []
  expect(designs.map(({ name }) => name).sort()).toEqual(['design 1', 'design 2', 'design 3'])
  for (const design of designs) {
    const text = readFileSync(join(home, 'priced', frontierFile(design)), 'utf8')
    expect(text).toMatch(/^\/\/ On 5 held-out tasks: score [01]\.000 \(/)
    expect(text.endsWith(design.text ?? '')).toBe(true)
  }
  expect(readFileSync(join(home, 'priced', runFiles.tried), 'utf8')).toContain('"price":0.0')
})

test('a price that counts is part of the reward', async () => {
  const rewards = async (costPerPrice: number, folder: string): Promise<number> => {
    await trained({ budget: { requests: 5000, steps: 1 }, credit: { costPerPrice } }, folder)
    const lines = readFileSync(join(home, folder, runFiles.metrics), 'utf8').trim().split('\n')
    const step = lines.map((line) => JSON.parse(line) as { kind: string; executorReward: number }).find(({ kind }) => kind === 'step')
    return step?.executorReward ?? NaN
  }
  expect(await rewards(10, 'dear')).toBeLessThan(await rewards(0, 'free'))
})

test('where no frontier is asked for, none is measured', async () => {
  const summary = await trained({ budget: { requests: 5000, steps: 1 }, frontier: { designs: 0 } }, 'none')
  expect(summary.frontier).toBeNull()
})

test('where nothing is ever right, training stops', async () => {
  const wrong = trained({ guards: { mostUnsolvedSteps: 2 } }, 'wrong', { cheap, dear: cheap })
  await expect(wrong).rejects.toThrow('all-wrong: Every execution of the last 2 steps scored 0')
})
