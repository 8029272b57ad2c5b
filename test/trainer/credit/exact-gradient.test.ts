import { describe, expect, test } from 'vitest'
import { groupEstimators as estimators } from '../../../trainer/credit/index.ts'
import type { CreditCall, CreditExecution, ExecutionWeighting, Normalisation } from '../../../trainer/credit/index.ts'
import { EstimateSums, everyGroup } from '../../../trainer/credit-oracle/index.ts'
import type { EstimateStatistics, SolvedExecution, SolvedProgram } from '../../../trainer/credit-oracle/index.ts'
import { solvedProgram, solvedPrograms } from '../credit-oracle/solved-programs.ts'

type EstimatorName = keyof typeof estimators

interface Way {
  /** Of each design. */
  readonly executions: number
  readonly normalisation?: Normalisation
  readonly weighting?: ExecutionWeighting
}

/** In expectation over every group of executions. */
function measured(solved: SolvedProgram, name: EstimatorName, { executions, normalisation = 'mean', weighting = 'trajectory' }: Way): EstimateStatistics {
  const sums = new EstimateSums(solved, weighting)
  const { estimate } = estimators[name]
  for (const group of everyGroup(solved.designs, executions)) {
    sums.add(group, estimate({ task: solved.program.name, executions: group.executions.map(({ credit }) => credit) }, normalisation), 0)
  }
  return sums.statistics()
}

/** The advantage of one call of a group, by a formula of the test's own. */
type Formula = (group: readonly CreditExecution[], own: CreditExecution, call: CreditCall) => number

function* orderedPairs(executions: readonly SolvedExecution[]): Generator<readonly [SolvedExecution, SolvedExecution]> {
  for (const first of executions) for (const second of executions) yield [first, second]
}

/** Of a program of one design: E of (1/2) Σ A ∇ log π over all ordered pairs of executions. */
function expectationOfPairs({ designs, gradient }: SolvedProgram, formula: Formula): Float64Array {
  const expectation = gradient.map(() => 0)
  for (const pair of orderedPairs(designs[0]?.executions ?? [])) {
    const probability = pair[0].probability * pair[1].probability
    const group = pair.map(({ credit }) => credit)
    for (const { credit, calls } of pair) {
      calls.forEach(({ context, reply }, index) => {
        const call = credit.calls[index]
        if (call === undefined) throw new Error('each call is known')
        const advantage = formula(group, credit, call)
        context.probabilities.forEach((chance, option) => {
          const position = context.offset + option
          expectation[position] = (expectation[position] ?? NaN) + (probability / 2) * advantage * ((option === reply ? 1 : 0) - chance)
        })
      })
    }
  }
  return expectation
}

function expectVector(found: Float64Array, wanted: Float64Array): void {
  expect(found).toHaveLength(wanted.length)
  found.forEach((value, position) => {
    expect(value).toBeCloseTo(wanted[position] ?? NaN, 10)
  })
}

const scaled = (gradient: Float64Array, factor: number): Float64Array => gradient.map((value) => factor * value)

const rows = solvedPrograms.map((solved) => [solved.program.name, solved] as const)

/** Executions of each design: enough for a group, few enough for thousands of them. */
const [few, more] = [2, 3] as const

describe.each(rows)('%s: in expectation over every group', (_, solved) => {
  const total = few * solved.designs.length

  test('broadcast, mean only, gives (1 − 1/n) times the exact gradient', () => {
    expectVector(measured(solved, 'broadcast', { executions: few }).expectation, scaled(solved.gradient, 1 - 1 / total))
  })

  test('design_group, mean only, gives (1 − 1/N) times the exact gradient, N executions of each design', () => {
    expectVector(measured(solved, 'design_group', { executions: few }).expectation, scaled(solved.gradient, 1 - 1 / few))
  })

  test('rloo gives the exact gradient', () => {
    expectVector(measured(solved, 'rloo', { executions: few }).expectation, solved.gradient)
  })

  test('slice gives what broadcast gives', () => {
    expectVector(measured(solved, 'slice', { executions: few }).expectation, scaled(solved.gradient, 1 - 1 / total))
  })
})

test('the factors are those of the size of the group', () => {
  const solved = solvedProgram('designs')
  expect(measured(solved, 'broadcast', { executions: more }).scale).toBeCloseTo(5 / 6, 12)
  expect(measured(solved, 'design_group', { executions: more }).scale).toBeCloseTo(2 / 3, 12)
  expect(measured(solved, 'rloo', { executions: more })).toMatchObject({ scale: expect.closeTo(1, 12), bias: expect.closeTo(0, 12) })
})

test('an estimator that forgets the losses would be noticed', () => {
  const solved = solvedProgram('chain')
  const sums = new EstimateSums(solved, 'trajectory')
  for (const group of everyGroup(solved.designs, few)) {
    const advantages = estimators.rloo.estimate({ task: 'chain', executions: group.executions.map(({ credit }) => credit) })
    sums.add(group, advantages.map((calls) => calls.map((advantage) => Math.max(0, advantage))), 0)
  }
  expect(sums.statistics().scale).toBeLessThan(0.9)
})

test('slice has less variance where replies are discarded', () => {
  const solved = solvedProgram('branches')
  const [all, sliced] = [measured(solved, 'broadcast', { executions: more }), measured(solved, 'slice', { executions: more })]
  expect(sliced.variance).toBeLessThan(0.9 * all.variance)
})

test('a baseline of each design has more variance where the designs are worth much the same', () => {
  const solved = solvedProgram('designs')
  const [task, design] = [measured(solved, 'broadcast', { executions: more }), measured(solved, 'design_group', { executions: more })]
  expect(design.variance).toBeGreaterThan(task.variance)
})

describe('per_agent, mean only', () => {
  /** Whether every execution calls each agent equally often. */
  const isEven = ({ designs }: SolvedProgram): boolean => {
    const counts = designs.flatMap(({ executions }) =>
      executions.map(({ credit }) => JSON.stringify(credit.calls.map(({ agent }) => agent).toSorted())),
    )
    return new Set(counts).size === 1
  }
  const even = solvedPrograms.filter(isEven)
  const uneven = solvedPrograms.filter((solved) => !isEven(solved))

  test.each(even.map((solved) => [solved.program.name, solved] as const))('%s: is broadcast where all agents are called equally often', (_, solved) => {
    expectVector(measured(solved, 'per_agent', { executions: few }).expectation, scaled(solved.gradient, 1 - 1 / few))
  })

  test('which is so in', () => {
    expect(even.map(({ program }) => program.name)).toEqual(['chain', 'each', 'sample', 'shared'])
  })

  test.each(uneven.map((solved) => [solved.program.name, solved] as const))('%s: is biased where they are not', (_, solved) => {
    expect(measured(solved, 'per_agent', { executions: few }).bias).toBeGreaterThan(0.05)
  })
})

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const deviation = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))

/** Differences of rounding are no deviation. */
const standardised = (reward: number, rewards: readonly number[]): number => {
  const spread = deviation(rewards)
  return spread < 1e-7 ? 0 : (reward - mean(rewards)) / (spread + 1e-6)
}

const rewardsByCall = (group: readonly CreditExecution[], agent: string): readonly number[] =>
  group.flatMap(({ calls, reward }) => calls.flatMap((call) => (call.agent === agent ? [reward] : [])))

describe.each(rows.filter(([, { designs }]) => designs.length === 1))('%s: biased as its formula says', (_, solved) => {
  test.each<readonly [EstimatorName, Normalisation, Formula]>([
    ['broadcast', 'mean', (group, { reward }) => reward - mean(group.map((one) => one.reward))],
    ['broadcast', 'mean_and_deviation', (group, { reward }) => standardised(reward, group.map((one) => one.reward))],
    ['design_group', 'mean_and_deviation', (group, { reward }) => standardised(reward, group.map((one) => one.reward))],
    ['slice', 'mean_and_deviation', (group, { reward }, { influenced }) => (influenced ? standardised(reward, group.map((one) => one.reward)) : 0)],
    ['per_agent', 'mean', (group, { reward }, { agent }) => reward - mean(rewardsByCall(group, agent))],
    ['per_agent', 'mean_and_deviation', (group, { reward }, { agent }) => standardised(reward, rewardsByCall(group, agent))],
  ])('%s, %s', (name, normalisation, formula) => {
    expectVector(measured(solved, name, { executions: 2, normalisation }).expectation, expectationOfPairs(solved, formula))
  })
})

describe('divided by the deviation', () => {
  /**
   * Of rewards 0 and 1, the expected reward J: E ĝ = c g with c = Σ_k C(n − 1, k) Jᵏ (1 − J)ⁿ⁻¹⁻ᵏ (A(k + 1) − B(k)), A(s) and B(s) the
   * advantages of a success and of a failure among s successes.
   */
  const factor = (expectedReward: number, n: number): number => {
    const advantages = (successes: number) => {
      const share = successes / n
      const spread = Math.sqrt(share * (1 - share))
      return spread === 0 ? { success: 0, failure: 0 } : { success: (1 - share) / (spread + 1e-6), failure: -share / (spread + 1e-6) }
    }
    let [sum, ways] = [0, 1]
    for (let k = 0; k < n; k += 1) {
      const probability = ways * expectedReward ** k * (1 - expectedReward) ** (n - 1 - k)
      sum += probability * (advantages(k + 1).success - advantages(k).failure)
      ways = (ways * (n - 1 - k)) / (k + 1)
    }
    return sum
  }

  test.each(['chain', 'branches', 'sample', 'otherwise', 'shared'])('%s: rewards of 0 and 1 only change the scale', (name) => {
    const solved = solvedProgram(name)
    for (const executions of [few, more]) {
      const { expectation } = measured(solved, 'broadcast', { executions, normalisation: 'mean_and_deviation' })
      expectVector(expectation, scaled(solved.gradient, factor(solved.expectedReward, executions)))
    }
  })

  test.each(['loop', 'tools', 'failures'])('%s: other rewards change the direction', (name) => {
    expect(measured(solvedProgram(name), 'broadcast', { executions: more, normalisation: 'mean_and_deviation' }).bias).toBeGreaterThan(0.02)
  })
})

describe('weights', () => {
  test.each(['execution', 'call'] as const)('%s: divide by the number of calls where it is always the same', (weighting) => {
    const { scale, bias } = measured(solvedProgram('chain'), 'rloo', { executions: few, weighting })
    expect(scale).toBeCloseTo(1 / 3, 12)
    expect(bias).toBeCloseTo(0, 10)
  })

  test.each(['execution', 'call'] as const)('%s: change the direction where it depends on replies', (weighting) => {
    expect(measured(solvedProgram('loop'), 'rloo', { executions: few, weighting }).bias).toBeGreaterThan(0.1)
  })
})
