import { describe, expect, test } from 'vitest'
import { designerRows, executorRows } from '../../../trainer/credit/index.ts'
import type { CreditedRow, CreditSettings, ReplayEstimator } from '../../../trainer/credit/index.ts'
import { exampleCall } from '../example-call.ts'
import { agent, exampleGraph, value } from '../example-graph.ts'
import { exampleDesign, exampleExecution, exampleTree, rejectedDesign } from '../example-tree.ts'

const settings: CreditSettings = {
  estimator: 'broadcast',
  normalisation: 'mean',
  weighting: 'execution',
  reward: { costPerRequest: 0.25, costPerChoice: 0, rejected: -1 },
}

const shown = (rows: readonly CreditedRow[]) =>
  rows.map(({ record, weight }) => [record.design, record.execution, record.node, record.advantages?.[0], weight])

const failed = exampleExecution(2, 0, {
  outcome: { kind: 'failed', node: 'main/b', code: 'timeout', message: 'late' },
  calls: [exampleCall({ execution: 2 }), exampleCall({ execution: 2, node: 'main/b', policy: 'other' })],
  requests: 2,
})

describe('rows of executors', () => {
  // Rewards 0.75, −0.5 and 0.75; μ = 1/3.
  const tree = exampleTree([
    exampleDesign(1, [], { executions: [exampleExecution(1, 1), failed] }),
    rejectedDesign(2),
    exampleDesign(3, [1]),
  ])

  test('a failed execution keeps the rows of the calls it made', async () => {
    const rows = await executorRows([tree], settings)
    expect(shown(rows).map(([design, execution, node]) => [design, execution, node])).toEqual([
      [1, 1, 'main/draft'],
      [1, 2, 'main/draft'],
      [1, 2, 'main/b'],
      [3, 1, 'main/draft'],
    ])
    const wanted = [5 / 12, -10 / 12, -10 / 12, 5 / 12]
    rows.forEach(({ record, weight }, index) => {
      for (const advantage of record.advantages ?? []) expect(advantage).toBeCloseTo(wanted[index] ?? NaN, 12)
      expect(record.advantages).toHaveLength(record.tokens.length)
      expect(weight).toBeCloseTo([1 / 3, 1 / 6, 1 / 6, 1 / 3][index] ?? NaN, 12)
    })
  })

  test('of one policy share the weight among themselves, and are compared with all', async () => {
    const rows = await executorRows([tree], settings, 'executor')
    expect(rows.map(({ record }) => record.node)).toEqual(['main/draft', 'main/draft', 'main/draft'])
    rows.forEach(({ weight }) => expect(weight).toBeCloseTo(1 / 3, 12))
    expect(rows[1]?.record.advantages?.[0]).toBeCloseTo(-10 / 12, 12)
  })

  test('executions without a score give none', async () => {
    expect(shown(await executorRows([exampleTree([exampleDesign(1, [1, null, 0])])], settings))).toEqual([
      [1, 1, 'main/draft', 0.5, 0.5],
      [1, 3, 'main/draft', -0.5, 0.5],
    ])
  })

  test('are compared within their task', async () => {
    const trees = [exampleTree([exampleDesign(1, [1, 1])]), exampleTree([exampleDesign(1, [0, 0])], { id: 'depth:1+1' })]
    expect((await executorRows(trees, settings)).map(({ record }) => record.advantages?.[0])).toEqual([0, 0, 0, 0])
  })

  test('without influence get nothing from slice, and where no trace was kept all had influence', async () => {
    const graph = exampleGraph([agent('main/draft', 'a', [value('x')]), agent('main/b', 'b', [value('x')])], value('a'))
    const calls = [exampleCall(), exampleCall({ node: 'main/b' }), exampleCall({ node: 'main/draft/helper[1]' })]
    const traced = {
      ends: new Map([
        ['main/draft', 'ok' as const],
        ['main/b', 'ok' as const],
      ]),
      blocks: new Map<string, number[]>(),
    }
    const design = exampleDesign(1, [], {
      compiled: { kind: 'graph', graph },
      executions: [
        exampleExecution(1, 1, { calls, trace: traced }),
        exampleExecution(2, 0, { calls: calls.map((call) => ({ ...call, execution: 2 })), trace: null }),
      ],
    })
    const rows = await executorRows([exampleTree([design])], { ...settings, estimator: 'slice' })
    expect(rows.map(({ record }) => record.advantages?.[0])).toEqual([0.5, 0, 0.5, -0.5, -0.5, -0.5])
  })
})

describe('rows of an estimator that replays', () => {
  const resampling: ReplayEstimator = {
    kind: 'replay',
    name: 'resampling',
    traced: false,
    optimised: true,
    estimate: ({ executions }, replay) =>
      Promise.all(
        executions.map(({ calls }, execution) =>
          Promise.all(calls.map((_, call) => replay({ execution, intervention: { kind: 'resample', call }, draw: 1 }))),
        ),
      ),
  }
  const replaying = { ...settings, estimator: resampling }
  // The first design has an execution without a score: positions of a group are those of scored executions.
  const tree = exampleTree([exampleDesign(1, [null, 1]), exampleDesign(2, [0])])

  test('are what the replays are worth, their cost too; one without a score is worth what its execution is', async () => {
    const asked: unknown[] = []
    const rows = await executorRows([tree], replaying, undefined, ({ task, design, execution, intervention, draw }) => {
      asked.push([task.id, design.design, execution.execution, intervention, draw])
      return Promise.resolve({ ...execution, score: design.design === 1 ? 0.5 : null, requests: 2 })
    })
    expect(asked).toEqual([
      ['depth:3+4', 1, 2, { kind: 'resample', call: 0 }, 1],
      ['depth:3+4', 2, 1, { kind: 'resample', call: 0 }, 1],
    ])
    expect(shown(rows).map((row) => row[3])).toEqual([0, -0.25])
  })

  test('are refused without anything to replay with, and where there is not one number for each call', async () => {
    await expect(executorRows([tree], replaying)).rejects.toThrow('nothing is there to run executions again with')
    const short = { ...resampling, estimate: () => Promise.resolve([[1], []]) }
    await expect(executorRows([tree], { ...settings, estimator: short })).rejects.toThrow(
      'the credit estimator resampling does not give one number for each call of depth:3+4',
    )
  })
})

describe('rows of the designer', () => {
  test('a design that does not compile keeps its row', () => {
    // Rewards 0.75, −1 and 0.25; μ = 0.
    const tree = exampleTree([exampleDesign(1, [1, 1]), { ...rejectedDesign(2) }, exampleDesign(3, [1, 0])])
    expect(shown(designerRows([tree], settings))).toEqual([
      [1, null, 'designer', 0.75, 1 / 3],
      [2, null, 'designer', -1, 1 / 3],
      [3, null, 'designer', 0.25, 1 / 3],
    ])
  })

  test('designs without a reward, and rows of another policy, are left out', () => {
    const tree = exampleTree([exampleDesign(1, [1]), exampleDesign(2, [null]), exampleDesign(3, [0])])
    expect(shown(designerRows([tree], settings, 'designer'))).toEqual([
      [1, null, 'designer', 0.5, 0.5],
      [3, null, 'designer', -0.5, 0.5],
    ])
    expect(designerRows([tree], settings, 'executor')).toEqual([])
  })
})
