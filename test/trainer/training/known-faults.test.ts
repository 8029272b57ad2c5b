// Faults of the public code of MetaAgent-X, each planted here: none of them pays, and none of them passes unseen.
import { describe, expect, test } from 'vitest'
import type { ModelClient, ModelOutcome } from '../../../runtime/index.ts'
import { executorRows } from '../../../trainer/credit/index.ts'
import { partsOf } from '../../../trainer/demonstration/run-arm.ts'
import { guardRows } from '../../../trainer/guards/index.ts'
import { executionReward, recordsOf } from '../../../trainer/rollout/index.ts'
import { scorerNamed } from '../../../trainer/scorers/index.ts'
import { taskText } from '../../../trainer/tasks/index.ts'
import type { Task } from '../../../trainer/tasks/index.ts'
import { designAround, directDesign } from '../../../trainer/team/index.ts'
import { rollOut } from '../../../trainer/training/roll-out.ts'
import type { RolloutParts } from '../../../trainer/training/roll-out.ts'
import { tinySettings, tinyTeam } from './tiny-team.ts'

const task = (expression: string, expected: string): Task => ({ id: `depth:${expression}`, family: 'depth', difficulty: 1, input: { expression }, expected })

const tasks = [task('3+4', '2'), task('(1+2)*4', '2')]

const settings = { run: 'faults', step: 0, seed: 7, designs: 1, executions: 6, traced: false, recorded: false }

const parts = async (text: string, client?: ModelClient): Promise<RolloutParts> => {
  const team = await tinyTeam()
  return { ...partsOf({ designs: 'designer' }, team, tinySettings), designs: { kind: 'fixed', text }, client: client ?? team.executor }
}

const replying = (answer: (request: Parameters<ModelClient['complete']>[0]) => ModelOutcome): ModelClient => ({
  description: 'scripted',
  complete: (request) => Promise.resolve(answer(request)),
})

const reply = (content: string): ModelOutcome => ({
  kind: 'reply',
  reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } },
})

describe('executors that run greedily, so that executions are copies', () => {
  test('are none: executions of a design are sampled, each with a seed of its own', async () => {
    const trees = await rollOut(tasks, settings, await parts(directDesign))
    const records = recordsOf(trees)
    expect(new Set(records.map(({ sampling }) => sampling.temperature))).toEqual(new Set([1]))
    expect(new Set(records.map(({ sampling }) => sampling.seed)).size).toBe(records.length)
    for (const tree of trees) expect(new Set(recordsOf([tree]).map(({ tokens }) => tokens.join(' '))).size).toBeGreaterThan(1)
  })
  test('are named where rows come of them', async () => {
    const [record] = recordsOf(await rollOut(tasks, settings, await parts(directDesign)))
    if (record === undefined) throw new Error('it has rows')
    const greedy = { ...record, sampling: { ...record.sampling, temperature: 0 } }
    expect(() => {
      guardRows([greedy], { versions: new Map([['executor', record.version]]), oldest: 0 })
    }).toThrow(/sampled at temperature 0.*depth:3\+4/)
  })
})

test('a crash that loses the rows of executors: the calls that were made keep theirs', async () => {
  const team = await tinyTeam()
  let asked = 0
  const crashing: ModelClient = {
    ...team.executor,
    complete: (request, signal) => {
      asked += 1
      if (asked % 3 !== 0) return team.executor.complete(request, signal)
      return Promise.resolve({ kind: 'failure', code: 'rejected', message: 'crash', transient: false, reachedModel: true, retryAfter: null })
    },
  }
  const trees = await rollOut(tasks, settings, await parts(designAround('return Answer(Reduce(expression))'), crashing))
  const executions = trees.flatMap((tree) => tree.designs.flatMap((design) => design.executions))
  expect(executions.some(({ outcome }) => outcome.kind === 'failed')).toBe(true)
  expect(await executorRows(trees, tinySettings.credit)).toHaveLength(asked - Math.floor(asked / 3))
})

describe('answers that no agent gave', () => {
  test('are not paid: what a script returns without asking anybody is its own typed value, and wrong', async () => {
    for (const tree of await rollOut(tasks, settings, await parts(designAround('return expression'))))
      for (const { requests, score } of tree.designs.flatMap((design) => design.executions)) expect({ requests, score }).toEqual({ requests: 0, score: 0 })
  })
  test('cannot be written by a designer: its language has no text and no number that could be one', async () => {
    const team = await tinyTeam()
    const requests = tasks.flatMap((given) =>
      Array.from({ length: 16 }, (_, design) => ({ task: given, run: 'r', step: 0, design: design + 1, temperature: 1, seed: design })),
    )
    for (const { text } of team.designer.propose(requests)) expect(text.slice(text.indexOf('workflow main'))).not.toMatch(/"|\b[0146789]\b/)
  })
})

test('an echo of the prompt, paid for its format: there is no such bonus, and its requests cost', async () => {
  const echoing = replying(({ agent }) => reply(String(agent.inputs[0]?.value)))
  for (const tree of await rollOut(tasks, settings, await parts(directDesign, echoing))) {
    for (const execution of tree.designs.flatMap((design) => design.executions)) {
      expect(execution).toMatchObject({ score: 0, outcome: { kind: 'ok', value: tree.task.input['expression'] } })
      expect(executionReward(execution, tinySettings.credit.reward)).toBe(-tinySettings.credit.reward.costPerRequest)
    }
  }
})

test('a question that the designer has to copy: it is a typed parameter, and stands in no script', async () => {
  const team = await tinyTeam()
  const requests = tasks.map((given, seed) => ({ task: given, run: 'r', step: 0, design: 1, temperature: 1, seed }))
  for (const [position, { text }] of team.designer.propose(requests).entries()) {
    expect(text).toContain('workflow main(expression: string) -> string')
    expect(text).not.toContain(taskText(tasks[position] ?? task('', '')))
  }
  const asked: unknown[] = []
  const answering = replying(({ agent }) => {
    asked.push(agent.inputs[0]?.value)
    return reply('2')
  })
  await rollOut(tasks, { ...settings, executions: 1 }, await parts(directDesign, answering))
  expect(asked).toEqual(['3+4', '(1+2)*4'])
})

test.each([
  ['1004', '1000'],
  ['999', '1000'],
  ['1000.0000001', '1000'],
])('near misses within half a percent: %s for %s is wrong', async (value, expected) => {
  expect(await scorerNamed('numeric').judge(value, task('', expected))).toEqual({ kind: 'scored', score: 0 })
})
