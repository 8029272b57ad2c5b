import { describe, expect, test } from 'vitest'
import {
  guardFailures,
  guardGroups,
  guardLogProbabilities,
  guardRows,
  stepWarnings,
  TrainingFault,
  warningTexts,
} from '../../../trainer/guards/index.ts'
import type { CallRecord } from '../../../trainer/records/index.ts'
import type { Execution } from '../../../trainer/rollout/index.ts'
import { exampleCall } from '../example-call.ts'
import { exampleDesign, exampleExecution, exampleTree, rejectedDesign } from '../example-tree.ts'

function faultOf(guard: () => void): TrainingFault {
  try {
    guard()
  } catch (error) {
    if (error instanceof TrainingFault) return error
    throw error
  }
  throw new Error('the guard let it pass')
}

describe('rows', () => {
  const limits = { versions: new Map([['executor', 3]]), oldest: 0 }
  const sound = exampleCall({ advantages: [1, 1] })

  const plant = (changes: Partial<CallRecord>) => [sound, exampleCall({ ...changes, execution: 2 }), sound]

  test('that are sound pass', () => {
    guardRows([sound, exampleCall({ masks: [[3], null] })], limits)
    guardRows([], limits)
  })

  test.each([
    ['inexact-tokens', { provenance: 'retokenized' }],
    ['inexact-tokens', { provenance: 'none' }],
    ['stale-version', { version: 2 }],
    ['future-version', { version: 4 }],
    ['greedy-row', { sampling: { temperature: 0, topP: null, maximumTokens: 8, seed: 1 } }],
    ['not-a-number', { logProbabilities: [NaN, 0] }],
    ['not-a-number', { logProbabilities: [-Infinity, 0] }],
    ['not-a-number', { advantages: [NaN, 0] }],
    ['row-shape', { logProbabilities: [0] }],
    ['row-shape', { masks: [null] }],
    ['row-shape', { advantages: [1, 1, 1] }],
  ] as const)('%s: %j', (kind, changes) => {
    const fault = faultOf(() => {
      guardRows(plant(changes), limits)
    })
    expect(fault.kind).toBe(kind)
    expect(fault.rows).toEqual([1])
    expect(fault.message).toContain('depth:3+4 / design 1 / execution 2 / main/draft')
  })

  test('may be as old as is allowed', () => {
    guardRows(plant({ version: 1 }), { ...limits, oldest: 2 })
    expect(faultOf(() => guardRows(plant({ version: 0 }), { ...limits, oldest: 2 })).message).toContain(
      'more than 2 versions older',
    )
  })

  test('of a policy that is not trained are not looked at', () => {
    guardRows(plant({ policy: 'other', version: 1, provenance: 'none' }), limits)
  })

  test('are named, a few of many', () => {
    const fault = faultOf(() =>
      guardRows(
        Array.from({ length: 5 }, (_, index) => exampleCall({ execution: index + 1, version: 1 })),
        limits,
      ),
    )
    expect(fault.rows).toEqual([0, 1, 2, 3, 4])
    expect(fault.message).toContain('execution 3 / main/draft; …')
    expect(fault.message).not.toContain('execution 4')
  })
})

describe('recomputed log-probabilities', () => {
  const records = [exampleCall(), exampleCall({ execution: 2 })]

  test('within the tolerance pass', () => {
    guardLogProbabilities(
      records,
      [
        [-0.5, -0.2505],
        [-0.5, -0.25],
      ],
      1e-3,
    )
  })

  test.each([[[-0.5, -0.252]], [[-0.5]], [[-0.5, NaN]], [[]]])('%j is named', (again) => {
    const fault = faultOf(() => {
      guardLogProbabilities(records, [[-0.5, -0.25], again], 1e-3)
    })
    expect(fault.kind).toBe('log-probability-mismatch')
    expect(fault.rows).toEqual([1])
  })
})

describe('groups', () => {
  const broadcast = { trained: 'both', estimator: 'broadcast' } as const
  const two = exampleTree([exampleDesign(1, [1, 0]), exampleDesign(2, [1, 0])])

  test('of two designs and two executions pass', () => {
    for (const estimator of ['broadcast', 'design_group', 'per_agent', 'rloo', 'slice'] as const)
      guardGroups([two], { trained: 'both', estimator })
  })

  test('with a row of another task', () => {
    const foreign = exampleExecution(2, 1, { calls: [exampleCall({ execution: 2, task: 'depth:1+1' })] })
    const tree = exampleTree([
      exampleDesign(1, [1]),
      exampleDesign(2, [0], {
        executions: [
          exampleExecution(1, 0, { calls: [exampleCall({ design: 2 })] }),
          { ...foreign, calls: foreign.calls.map((call) => ({ ...call, design: 2 })) },
        ],
      }),
    ])
    const fault = faultOf(() => {
      guardGroups([two, tree], broadcast)
    })
    expect(fault.kind).toBe('mixed-group')
    // Six rows of the first tree; of the second the designer's and one execution's, twice, then the foreign row.
    expect(fault.rows).toEqual([10])
    expect(fault.message).toContain('depth:1+1 / design 2 / execution 2')
  })

  test('with a row of another design or execution', () => {
    const other = exampleTree([
      exampleDesign(1, [1, 0]),
      exampleDesign(2, [1, 0], { executions: exampleDesign(1, [1, 0]).executions }),
    ])
    expect(faultOf(() => guardGroups([other], broadcast)).rows).toEqual([4, 5])
  })

  test.each([
    [
      'one design, training the designer',
      exampleTree([exampleDesign(1, [1, 0])]),
      { trained: 'designer', estimator: 'broadcast' },
      [0, 1, 2],
    ],
    ['one execution in all', exampleTree([exampleDesign(1, [1])]), { trained: 'executor', estimator: 'rloo' }, [0, 1]],
    [
      'one execution of a design',
      exampleTree([exampleDesign(1, [1]), exampleDesign(2, [0])]),
      { trained: 'executor', estimator: 'design_group' },
      [0, 1, 2, 3],
    ],
  ] as const)('of one: %s', (_, tree, needs, rows) => {
    const fault = faultOf(() => {
      guardGroups([tree], needs)
    })
    expect(fault.kind).toBe('group-of-one')
    expect(fault.rows).toEqual(rows)
    expect(fault.message).toContain('depth:3+4')
  })

  test('that need no comparison, or shrank because designs do not compile, pass', () => {
    guardGroups([exampleTree([exampleDesign(1, [1, 0])])], { trained: 'executor', estimator: 'broadcast' })
    guardGroups([exampleTree([exampleDesign(1, [1]), exampleDesign(2, [0])])], { trained: 'both', estimator: 'broadcast' })
    guardGroups([exampleTree([exampleDesign(1, [1]), rejectedDesign(2)])], { trained: 'both', estimator: 'broadcast' })
  })

  test('of one without a single row are named by their task', () => {
    const empty = exampleTree([exampleDesign(1, [], { calls: [] })])
    expect(faultOf(() => guardGroups([empty], broadcast)).message).toContain('depth:3+4')
  })

  test.each([NaN, 1.5, -0.1])('with the score %d', (score) => {
    const fault = faultOf(() => {
      guardGroups([exampleTree([exampleDesign(1, [1, score]), exampleDesign(2, [1, 0])])], broadcast)
    })
    expect(fault.kind).toBe('not-a-number')
    expect(fault.message).toContain('depth:3+4')
  })
})

describe('executions that all fail', () => {
  const failed = (code: string) => exampleExecution(1, 0, { outcome: { kind: 'failed', node: 'main/draft', code, message: 'late' } })
  const treeOf = (...executions: readonly Execution[]) => exampleTree([exampleDesign(1, [], { executions }), rejectedDesign(2)])
  const failing = treeOf(failed('timeout'), failed('assert_failed'), failed('timeout'))

  test('are counted over steps in a row', () => {
    expect(guardFailures([failing], { before: 0, most: 3 })).toBe(1)
    expect(guardFailures([failing], { before: 1, most: 3 })).toBe(2)
    expect(guardFailures([failing, treeOf(exampleExecution(1, 0, { requests: 0 }))], { before: 1, most: 3 })).toBe(2)
    expect(guardFailures([failing], { before: 7, most: Infinity })).toBe(8)
  })
  test.each([
    ['one came to a value', [failing, treeOf(exampleExecution(1, 0))]],
    ['none ran', [treeOf()]],
    ['none called an agent', [treeOf(exampleExecution(1, 0, { requests: 0 }))]],
  ])('begin anew where %s', (_, trees) => {
    expect(guardFailures(trees, { before: 2, most: 3 })).toBe(0)
  })
  test('are named', () => {
    const fault = faultOf(() => guardFailures([failing], { before: 2, most: 3 }))
    expect(fault.kind).toBe('all-failed')
    expect(fault.message).toBe(
      'Every execution of the last 3 steps that called an agent failed. Of the last one, timeout: 2, assert_failed: 1; such as main/draft: late',
    )
  })
})

describe('warnings of a step', () => {
  const reward = { costPerRequest: 0, costPerChoice: 0, rejected: -1 }

  test('are counted', () => {
    const unjudged = exampleExecution(1, null, { scorerFailure: 'no thread' })
    const truncated = exampleExecution(1, 0, { calls: [exampleCall({ truncated: true })] })
    const failed = exampleExecution(2, 0, { outcome: { kind: 'failed', node: 'main/draft', code: 'timeout', message: 'late' } })
    const trees = [
      exampleTree([exampleDesign(1, [1, 1]), exampleDesign(2, [1, 1])]),
      exampleTree([exampleDesign(1, [1, 0]), exampleDesign(2, [0, 1])]),
      exampleTree([exampleDesign(1, [], { executions: [truncated, failed] }), rejectedDesign(2)]),
      exampleTree([exampleDesign(1, [], { executions: [unjudged, exampleExecution(2, 1)] }), exampleDesign(2, [1, 0])]),
    ]
    const warnings = stepWarnings(trees, reward, 3)
    expect(warnings).toEqual({
      equalExecutions: 2,
      // The last task has one design with a reward: it has nothing to be compared with.
      equalDesigns: 3,
      truncatedOutputs: 1,
      failedExecutions: 1,
      failures: { timeout: 1 },
      failedTasks: 0,
      unscoredTasks: 1,
      unscoredReplays: 3,
      scorerFailures: ['no thread'],
      rejectedDesigns: 1,
    })
    expect(warningTexts(warnings)).toEqual([
      'tasks whose executions all have the same reward: 2',
      'tasks whose designs all have the same reward: 3',
      'outputs cut off: 1',
      'failed executions: 1 (timeout: 1)',
      'tasks without a score: 1',
      'replays without a score: 3',
      'designs that do not compile: 1',
      'the scorer failed: no thread',
    ])
  })

  test('are none where all is well', () => {
    const trees = [exampleTree([exampleDesign(1, [1, 0]), exampleDesign(2, [1, 1])])]
    expect(warningTexts(stepWarnings(trees, reward))).toEqual([])
  })
})
