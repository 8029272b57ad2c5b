import { describe, expect, test } from 'vitest'
import { defaultReplaySettings, replayEstimators } from '../../../trainer/credit/index.ts'
import type { CallAdvantages, Intervention, ReplaySettings } from '../../../trainer/credit/index.ts'
import { EstimateSums, everyGroup, measureEstimator, ReplayOutcomes } from '../../../trainer/credit-oracle/index.ts'
import type { EstimateStatistics, ReplayOutcome, SolvedDesign, SolvedExecution, SolvedProgram } from '../../../trainer/credit-oracle/index.ts'
import { solvedProgram, solvedPrograms } from '../credit-oracle/solved-programs.ts'

type ReplayEstimatorName = keyof typeof replayEstimators

/** Replays are worked out once for all tests of a program. */
const outcomesOf = new Map(solvedPrograms.map((solved) => [solved, new ReplayOutcomes(solved)]))

async function replaysOf(solved: SolvedProgram, execution: SolvedExecution, intervention: Intervention): Promise<readonly ReplayOutcome[]> {
  const outcomes = await outcomesOf.get(solved)?.of(execution, intervention)
  if (outcomes === undefined) throw new Error('all programs have replays')
  return outcomes
}

async function worthOf(solved: SolvedProgram, execution: SolvedExecution, intervention: Intervention): Promise<number> {
  return (await replaysOf(solved, execution, intervention)).reduce((sum, { probability, reward }) => sum + probability * reward, 0)
}

/** What the calls of each execution of a design get, in expectation over its replays. */
async function expectedAdvantages(
  solved: SolvedProgram,
  { executions }: SolvedDesign,
  name: ReplayEstimatorName,
  settings: Partial<ReplaySettings> = {},
): Promise<CallAdvantages> {
  const group = { task: solved.program.name, executions: executions.map(({ credit }) => credit) }
  return replayEstimators[name].estimate(
    group,
    ({ execution, intervention }) => {
      const own = executions[execution]
      if (own === undefined) throw new Error('each execution is known')
      return worthOf(solved, own, intervention)
    },
    { ...defaultReplaySettings, ...settings },
  )
}

/** In expectation over executions and their replays. */
async function measured(solved: SolvedProgram, name: ReplayEstimatorName, settings: Partial<ReplaySettings> = {}): Promise<EstimateStatistics> {
  const sums = new EstimateSums(solved, 'trajectory')
  for (const design of solved.designs) {
    const advantages = await expectedAdvantages(solved, design, name, settings)
    design.executions.forEach((execution, position) => {
      const group = { probability: execution.probability / solved.designs.length, executions: [execution] }
      sums.add(group, [advantages[position] ?? []], 0)
    })
  }
  return sums.statistics()
}

function expectVector(found: Float64Array, wanted: Float64Array): void {
  expect(found).toHaveLength(wanted.length)
  found.forEach((value, position) => {
    expect(value).toBeCloseTo(wanted[position] ?? NaN, 10)
  })
}

/** The expectation of something over executions that share what came up to a call and its reply: the mean of each such class. */
function meansByHistory(executions: readonly SolvedExecution[], values: CallAdvantages): CallAdvantages {
  const history = ({ calls }: SolvedExecution, call: number): string =>
    JSON.stringify(calls.slice(0, call + 1).map(({ context, reply, before }) => [context.position, reply, before]))
  const sums = new Map<string, { probability: number; value: number }>()
  executions.forEach((execution, position) => {
    execution.calls.forEach((_, call) => {
      const key = history(execution, call)
      const sum = sums.get(key) ?? { probability: 0, value: 0 }
      const { probability } = execution
      sums.set(key, { probability: sum.probability + probability, value: sum.value + probability * (values[position]?.[call] ?? NaN) })
    })
  })
  return executions.map((execution) =>
    execution.calls.map((_, call) => {
      const sum = sums.get(history(execution, call))
      return sum === undefined ? NaN : sum.value / sum.probability
    }),
  )
}

function expectExact(executions: readonly SolvedExecution[], found: CallAdvantages): void {
  executions.forEach(({ calls }, position) => {
    calls.forEach(({ advantage }, call) => {
      expect(found[position]?.[call]).toBeCloseTo(advantage, 10)
    })
  })
}

const rows = solvedPrograms.map((solved) => [solved.program.name, solved] as const)

describe.each(rows)('%s: in expectation over executions and replays', (_, solved) => {
  test('counterfactual gives the exact gradient', async () => {
    expectVector((await measured(solved, 'counterfactual')).expectation, solved.gradient)
  })

  test.each([8, 3, 2, 1])('vine gives the exact gradient, with %d cuts', async (mostCuts) => {
    expectVector((await measured(solved, 'vine', { mostCuts })).expectation, solved.gradient)
  })

  test('shapley gives each node its share of the reward', async () => {
    for (const design of solved.designs) {
      const advantages = await expectedAdvantages(solved, design, 'shapley')
      for (const [position, execution] of design.executions.entries()) {
        const shares = await sharesOf(solved, execution)
        execution.credit.calls.forEach(({ node }, call) => {
          expect(advantages[position]?.[call]).toBeCloseTo(shares.get(node) ?? NaN, 10)
        })
        const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
        const nobody = await worthOf(solved, execution, { kind: 'coalition', nodes: new Set() })
        expect(total).toBeCloseTo(execution.credit.reward - nobody, 10)
      }
    }
  })
})

// Replays of a call find its model failing as often as others do: the value before it counts that in, and the exact one does not.
describe.each(rows.filter(([, { program }]) => Object.values(program.table).every((own) => own.every(({ failing }) => failing === undefined))))(
  '%s: in expectation over replays',
  (_, solved) => {
    test('vine gives each call its exact advantage', async () => {
      for (const design of solved.designs) expectExact(design.executions, await expectedAdvantages(solved, design, 'vine'))
    })

    test('counterfactual does so over all that may come after the call', async () => {
      for (const design of solved.designs) {
        const advantages = await expectedAdvantages(solved, design, 'counterfactual')
        expectExact(design.executions, meansByHistory(design.executions, advantages))
      }
    })
  },
)

/** Shapley values as their definition says: what each node adds when it joins, averaged over all orders. */
async function sharesOf(solved: SolvedProgram, execution: SolvedExecution): Promise<ReadonlyMap<string, number>> {
  const nodes = [...new Set(execution.credit.calls.map(({ node }) => node))]
  const orders = permutationsOf(nodes)
  const shares = new Map<string, number>()
  for (const order of orders) {
    for (const [position, node] of order.entries()) {
      const [before, after] = [order.slice(0, position), order.slice(0, position + 1)]
      const worths = await Promise.all(
        [before, after].map((members) =>
          members.length === nodes.length ? execution.credit.reward : worthOf(solved, execution, { kind: 'coalition', nodes: new Set(members) }),
        ),
      )
      shares.set(node, (shares.get(node) ?? 0) + ((worths[1] ?? NaN) - (worths[0] ?? NaN)) / orders.length)
    }
  }
  return shares
}

const permutationsOf = (items: readonly string[]): readonly (readonly string[])[] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutationsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))

test('shapley is no estimate of the gradient: it has no baseline, and asks what a call adds to nothing', async () => {
  expect((await measured(solvedProgram('each'), 'shapley')).scale).toBeCloseTo(1 / 2, 10)
  expect((await measured(solvedProgram('loop'), 'shapley')).bias).toBeGreaterThan(0.5)
})

describe('a replay asks only what depends on the call', () => {
  /** The most requests that resampling each node takes, over all executions. */
  async function mostRequests(solved: SolvedProgram): Promise<ReadonlyMap<string, number>> {
    const most = new Map<string, number>()
    for (const execution of solved.designs.flatMap(({ executions }) => executions)) {
      for (const [call, { node }] of execution.credit.calls.entries()) {
        const outcomes = await replaysOf(solved, execution, { kind: 'resample', call })
        most.set(node, Math.max(most.get(node) ?? 0, ...outcomes.map(({ requests }) => requests)))
      }
    }
    return most
  }

  test.each<readonly [string, Readonly<Record<string, number>>]>([
    ['chain', { 'main/plan': 3, 'main/draft': 2, 'main/return/Check': 1 }],
    // The router reads none of them; an unsure answer is asked again.
    ['branches', { 'main/quick': 2, 'main/slow': 1, 'main/match/Route': 1, 'main/if/then/quick': 1 }],
    ['each', { 'main/solved/each[1]/draft': 2, 'main/solved/each[2]/draft': 2, 'main/solved[1]': 1, 'main/solved[2]': 1 }],
    ['shared', { 'main/first': 2, 'main/second': 2, 'main/return/Pick': 1 }],
    // Another expert's answer may be nonsense: then the novice and the check.
    ['otherwise', { 'main/answer/otherwise/Expert': 3, 'main/answer/otherwise/Novice': 2, 'main/return/Check': 1 }],
    // The chief's first turn, the helper, its second turn, the check.
    ['tools', { 'main/answer': 4, 'main/answer/Look[1]': 3, 'main/return/Check': 1 }],
  ])('%s', async (name, wanted) => {
    expect(Object.fromEntries(await mostRequests(solvedProgram(name)))).toEqual(wanted)
  })

  test('and as often as it comes to another request', async () => {
    const solved = solvedProgram('chain')
    const [execution] = solved.designs[0]?.executions ?? []
    if (execution === undefined) throw new Error('there is an execution')
    const expected = async (call: number): Promise<number> =>
      (await replaysOf(solved, execution, { kind: 'resample', call })).reduce((sum, { probability, requests }) => sum + probability * requests, 0)
    // A good plan, a right draft, kept: another plan is bad with 0.6, the draft then wrong with 0.8.
    expect(await expected(0)).toBeCloseTo(1 + 0.6 * (1 + 0.8), 12)
    expect(await expected(1)).toBeCloseTo(1 + 0.3, 12)
    expect(await expected(2)).toBeCloseTo(1, 12)
  })
})

test('requests of a group are its own and those of its replays', async () => {
  const solved = solvedProgram('chain')
  const settings = { executions: 1, normalisation: 'mean', weighting: 'trajectory', replays: defaultReplaySettings, seed: 1, mostGroups: 0, replayedGroups: 4000 } as const
  const { requests } = await measureEstimator(solved, replayEstimators.counterfactual, settings)
  let wanted = 0
  for (const { probability, executions } of everyGroup(solved.designs, 1)) {
    for (const execution of executions) {
      wanted += probability * execution.execution.requests
      for (const call of execution.calls.keys()) {
        const outcomes = await replaysOf(solved, execution, { kind: 'resample', call })
        wanted += probability * defaultReplaySettings.alternatives * outcomes.reduce((sum, one) => sum + one.probability * one.requests, 0)
      }
    }
  }
  expect(requests / wanted).toBeCloseTo(1, 1.7)
})
