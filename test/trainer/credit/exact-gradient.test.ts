import { describe, expect, test } from 'vitest'
import { broadcast, designGroup, rloo, rowWeights, slice } from '../../../trainer/credit/index.ts'
import type { CallAdvantages, CreditExecution, CreditGroup } from '../../../trainer/credit/index.ts'

/**
 * A workflow small enough to enumerate: `first` says yes or no; after a yes `second` does; `unused` always does, and nobody
 * reads it. Each is a coin with a logit of its own, so d log π / d logit is 1 − p for yes and −p for no.
 */
const yes = { first: 0.3, second: 0.6, unused: 0.8 }
type NodeName = keyof typeof yes
const nodes: readonly NodeName[] = ['first', 'second', 'unused']

interface Path {
  readonly probability: number
  readonly reward: number
  readonly answers: readonly { readonly node: NodeName; readonly yes: boolean }[]
}

const both = [true, false] as const

const chance = (node: NodeName, answer: boolean): number => (answer ? yes[node] : 1 - yes[node])

const paths: readonly Path[] = both.flatMap((first) =>
  (first ? both : [null]).flatMap((second) =>
    both.map((unused): Path => {
      const answers: Path['answers'] = [
        { node: 'first', yes: first },
        ...(second === null ? [] : [{ node: 'second' as const, yes: second }]),
        { node: 'unused', yes: unused },
      ]
      return {
        probability: answers.reduce((product, answer) => product * chance(answer.node, answer.yes), 1),
        reward: second === null ? 0.25 : second ? 1 : 0,
        answers,
      }
    }),
  ),
)

const slopes = (path: Path, factor: (call: number) => number): readonly number[] =>
  nodes.map((node) =>
    path.answers.reduce(
      (sum, answer, call) => sum + (answer.node === node ? factor(call) * ((answer.yes ? 1 : 0) - yes[node]) : 0),
      0,
    ),
  )

/** Exact: Σ over paths of p · R · Σ over calls of d log π. */
const gradient = nodes.map((_, n) =>
  paths.reduce((sum, path) => sum + path.probability * path.reward * (slopes(path, () => 1)[n] ?? 0), 0),
)

function* groupsOf(size: number): Generator<readonly Path[]> {
  if (size === 0) yield []
  else for (const path of paths) for (const rest of groupsOf(size - 1)) yield [path, ...rest]
}

/** Expectation and summed variance of the estimated gradient over every group of executions, each weighted by its probability. */
function estimate(size: number, estimator: (group: CreditGroup) => CallAdvantages, designs = 1) {
  const mean = nodes.map(() => 0)
  let square = 0
  for (const group of groupsOf(size)) {
    const probability = group.reduce((product, path) => product * path.probability, 1)
    const advantages = estimator({ task: 't', executions: group.map((path, i) => executionOf(path, 1 + (i % designs))) })
    const weights = rowWeights(
      group.map((path) => path.answers.length),
      'trajectory',
    )
    const found = nodes.map((_, n) =>
      group.reduce((sum, path, i) => sum + (slopes(path, (call) => (weights[i] ?? 0) * (advantages[i]?.[call] ?? 0))[n] ?? 0), 0),
    )
    found.forEach((value, n) => {
      mean[n] = (mean[n] ?? 0) + probability * value
      square += probability * value * value
    })
  }
  return { mean, variance: square - mean.reduce((sum, value) => sum + value * value, 0) }
}

const executionOf = (path: Path, design: number): CreditExecution => ({
  design,
  execution: 1,
  seed: 1,
  reward: path.reward,
  calls: path.answers.map(({ node }) => ({ node, agent: node, influenced: node !== 'unused' })),
})

const expectGradient = (mean: readonly number[], factor: number) => {
  nodes.forEach((_, n) => expect(mean[n]).toBeCloseTo(factor * (gradient[n] ?? NaN), 12))
}

test('the exact gradient, by hand', () => {
  // J = 0.25 (1 − p) + p q: dJ/dlogit p = p (1 − p)(q − 0.25), dJ/dlogit q = p q (1 − q).
  expect(gradient[0]).toBeCloseTo(0.3 * 0.7 * 0.35, 12)
  expect(gradient[1]).toBeCloseTo(0.3 * 0.6 * 0.4, 12)
  expect(gradient[2]).toBeCloseTo(0, 12)
})

describe('in expectation over every group of four executions', () => {
  test('broadcast, mean only, gives (1 − 1/n) times the exact gradient', () => {
    expectGradient(estimate(4, (group) => broadcast(group, 'mean')).mean, 3 / 4)
  })

  test('rloo gives the exact gradient', () => {
    expectGradient(estimate(4, (group) => rloo(group)).mean, 1)
  })

  test('design_group of two designs gives (1 − 1/2) times the exact gradient', () => {
    expectGradient(estimate(4, (group) => designGroup(group, 'mean'), 2).mean, 1 / 2)
  })

  test('slice gives what broadcast gives, with less variance', () => {
    const [all, sliced] = [estimate(4, (group) => broadcast(group, 'mean')), estimate(4, (group) => slice(group, 'mean'))]
    expectGradient(sliced.mean, 3 / 4)
    expect(sliced.variance).toBeLessThan(all.variance)
    expect(sliced.mean[2]).toBe(0)
  })

  test('an estimator that forgets the losses would be noticed', () => {
    const greedy = (group: CreditGroup): CallAdvantages =>
      broadcast(group, 'mean').map((calls) => calls.map((advantage) => Math.max(0, advantage)))
    expect(Math.abs((estimate(4, greedy).mean[0] ?? 0) - (3 / 4) * (gradient[0] ?? 0))).toBeGreaterThan(0.001)
  })
})
