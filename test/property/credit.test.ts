import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  broadcast,
  designerAdvantages,
  designGroup,
  normalise,
  perAgent,
  rloo,
  rowWeights,
  slice,
} from '../../trainer/credit/index.ts'
import { execution, group } from '../trainer/credit/example-group.ts'
import './property-runs.ts'

const reward = fc.double({ min: -1, max: 1, noNaN: true })

const groups = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), reward, fc.array(fc.constantFrom('A', 'B', '-A', '-B'), { maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((entries) => group(...entries.map(([design, value, agents]) => execution(design, value, ...agents))))

const normalisation = fc.constantFrom('mean' as const, 'mean_and_deviation' as const)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Deviations may be as small as 10⁻⁶, and then rounding is a millionth of a unit. */
const expectZero = (value: number) => expect(Math.abs(value)).toBeLessThan(1e-6)

test('the advantages of a group sum to zero', () => {
  fc.assert(
    fc.property(fc.array(reward, { minLength: 1 }), normalisation, (values, how) => {
      expectZero(sum(normalise(values, how)))
      expectZero(sum(designerAdvantages(values, how).map(Number)))
    }),
  )
})

test('per_agent sums to zero over the calls of each agent', () => {
  fc.assert(
    fc.property(groups, normalisation, (tree, how) => {
      const advantages = perAgent(tree, how)
      for (const agent of ['A', 'B']) {
        expectZero(
          sum(
            tree.executions.flatMap((entry, i) =>
              entry.calls.flatMap((call, k) => (call.agent === agent ? [advantages[i]?.[k] ?? NaN] : [])),
            ),
          ),
        )
      }
    }),
  )
})

test('a better execution never has the smaller advantage', () => {
  fc.assert(
    fc.property(groups, normalisation, (tree, how) => {
      const withCalls = group(...tree.executions.map((entry) => execution(entry.design, entry.reward, 'A')))
      for (const advantages of [broadcast(withCalls, how), rloo(withCalls)]) {
        withCalls.executions.forEach((left, i) => {
          withCalls.executions.forEach((right, j) => {
            if (left.reward > right.reward) expect(advantages[i]?.[0]).toBeGreaterThanOrEqual(advantages[j]?.[0] ?? NaN)
          })
        })
      }
    }),
  )
})

test('a constant added to all rewards of a task changes nothing', () => {
  fc.assert(
    fc.property(groups, reward, (tree, constant) => {
      const moved = group(...tree.executions.map((entry) => ({ ...entry, reward: entry.reward + constant })))
      const flat = (advantages: readonly (readonly number[])[]) => advantages.flat()
      for (const estimator of [broadcast, designGroup, perAgent, rloo, slice]) {
        const [before, after] = [flat(estimator(tree, 'mean')), flat(estimator(moved, 'mean'))]
        before.forEach((value, i) => expectZero(value - (after[i] ?? NaN)))
      }
    }),
  )
})

test('weights of executions with calls sum to their share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1 }), (counts) => {
      const total = (weighting: 'execution' | 'call') =>
        sum(rowWeights(counts, weighting).map((weight, i) => weight * (counts[i] ?? 0)))
      expect(total('execution')).toBeCloseTo(counts.filter((count) => count > 0).length / counts.length, 10)
      expect(total('call')).toBeCloseTo(counts.some((count) => count > 0) ? 1 : 0, 10)
    }),
  )
})
