import { describe, expect, test } from 'vitest'
import {
  broadcast,
  designerAdvantages,
  designGroup,
  groupEstimators,
  perAgent,
  rloo,
  slice,
} from '../../../trainer/credit/index.ts'
import { execution, group } from './example-group.ts'

/** Rewards 1, 0, 0 and 1, 1, 1; μ = 2/3, σ = √(2/9) = 0.4714. */
const six = group(
  execution(1, 1, 'A', 'B'),
  execution(1, 0, 'A'),
  execution(1, 0, 'A', '-B', 'A'),
  execution(2, 1, 'B'),
  execution(2, 1),
  execution(2, 1, '-B', 'B'),
)

const close = (advantages: readonly (readonly number[])[], wanted: readonly (readonly number[])[]) => {
  expect(advantages.map((row) => row.length)).toEqual(wanted.map((row) => row.length))
  advantages.forEach((row, i) => row.forEach((value, k) => expect(value).toBeCloseTo(wanted[i]?.[k] ?? NaN, 5)))
}

const third = 1 / 3

describe('broadcast', () => {
  test('compares all executions of the task', () => {
    close(broadcast(six, 'mean'), [
      [third, third],
      [-2 * third],
      [-2 * third, -2 * third, -2 * third],
      [third],
      [],
      [third, third],
    ])
  })

  test('divides by the deviation', () => {
    const [up, down] = [0.707105, -1.414211]
    close(broadcast(six, 'mean_and_deviation'), [[up, up], [down], [down, down, down], [up], [], [up, up]])
  })
})

test('design_group compares the executions of a design', () => {
  close(designGroup(six, 'mean'), [[2 * third, 2 * third], [-third], [-third, -third, -third], [0], [], [0, 0]])
  // Of 1, 0, 0: σ = √(2/9), so 2/3 becomes 1.4142 and -1/3 becomes -0.7071.
  const [up, down] = [1.414211, -0.707105]
  close(designGroup(six, 'mean_and_deviation'), [[up, up], [down], [down, down, down], [0], [], [0, 0]])
})

test('per_agent compares the calls of an agent', () => {
  // A is called with 1, 0, 0, 0 (μ = 1/4), B with 1, 0, 1, 1, 1 (μ = 4/5).
  close(perAgent(six, 'mean'), [[0.75, 0.2], [-0.25], [-0.25, -0.8, -0.25], [0.2], [], [0.2, 0.2]])
})

test('rloo compares with the mean of the others', () => {
  // A 1 faces 3/5 among the others, a 0 faces 4/5.
  close(rloo(six), [[0.4, 0.4], [-0.8], [-0.8, -0.8, -0.8], [0.4], [], [0.4, 0.4]])
  expect(rloo(group(execution(1, 1, 'A')))).toEqual([[0]])
})

test('slice gives nothing to calls without influence', () => {
  close(slice(six, 'mean'), [[third, third], [-2 * third], [-2 * third, 0, -2 * third], [third], [], [0, third]])
})

test('equal rewards are no signal, to the last bit', () => {
  const equal = group(execution(1, 0.1, 'A'), execution(1, 0.1, 'A'), execution(2, 0.1, 'A'))
  for (const name of ['broadcast', 'design_group', 'per_agent', 'slice'] as const) {
    for (const normalisation of ['mean', 'mean_and_deviation'] as const) {
      expect(groupEstimators[name].estimate(equal, normalisation)).toEqual([[0], [0], [0]])
    }
  }
})

test('an empty group has no advantages', () => {
  for (const { estimate } of Object.values(groupEstimators)) expect(estimate(group(), 'mean')).toEqual([])
})

describe('the designer', () => {
  test('is compared among the designs of a task', () => {
    expect(designerAdvantages([0.75, 0.25, 0.5, 0.5], 'mean')).toEqual([0.25, -0.25, 0, 0])
    // σ = √(0.125 / 4) = 0.176777
    const [up, down, zero] = designerAdvantages([0.75, 0.25, 0.5, 0.5], 'mean_and_deviation')
    expect(up).toBeCloseTo(1.414206, 5)
    expect(down).toBeCloseTo(-1.414206, 5)
    expect(zero).toBe(0)
  })

  test('a design without a reward takes no part', () => {
    expect(designerAdvantages([1, null, 0], 'mean')).toEqual([0.5, null, -0.5])
    expect(designerAdvantages([null], 'mean')).toEqual([null])
  })
})
