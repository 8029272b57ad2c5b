import { describe, expect, test } from 'vitest'
import { countGroups, drawnGroups, everyGroup } from '../../../trainer/credit-oracle/index.ts'
import type { ExecutionGroup, SolvedExecution } from '../../../trainer/credit-oracle/index.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { solvedProgram, solvedPrograms } from './solved-programs.ts'

const total = (groups: readonly ExecutionGroup[]): number => groups.reduce((sum, { probability }) => sum + probability, 0)

describe('every group', () => {
  test.each(solvedPrograms.map(({ program, designs }) => [program.name, designs] as const))('of %s is there once', (_, designs) => {
    const groups = [...everyGroup(designs, 2)]
    expect(groups).toHaveLength(countGroups(designs, 2))
    expect(total(groups)).toBeCloseTo(1, 12)
  })

  test('is as likely as all orders of its executions together', () => {
    const { designs } = solvedProgram('chain')
    const executions = designs[0]?.executions ?? []
    const key = (members: readonly SolvedExecution[]): string =>
      members.map((member) => executions.indexOf(member)).toSorted((left, right) => left - right).join()
    const orders = new Map<string, number>()
    for (const first of executions) {
      for (const second of executions) {
        for (const third of executions) {
          const members = [first, second, third]
          const probability = first.probability * second.probability * third.probability
          orders.set(key(members), (orders.get(key(members)) ?? 0) + probability)
        }
      }
    }
    const groups = [...everyGroup(designs, 3)]
    expect(groups).toHaveLength(orders.size)
    for (const { probability, executions: members } of groups) expect(probability).toBeCloseTo(orders.get(key(members)) ?? NaN, 14)
  })

  test('holds as many executions of each design', () => {
    for (const { executions } of everyGroup(solvedProgram('designs').designs, 2)) {
      expect(executions.map(({ credit }) => credit.design).toSorted()).toEqual([1, 1, 2, 2])
    }
  })
})

describe('drawn groups', () => {
  const { designs } = solvedProgram('designs')

  test('are the same for the same seed, and share the probability', () => {
    const draw = (seed: number) => [...drawnGroups(designs, 3, 50, randomStream(seed))]
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    expect(total(draw(1))).toBeCloseTo(1, 12)
    for (const { executions } of draw(1)) expect(executions.map(({ credit }) => credit.design).toSorted()).toEqual([1, 1, 1, 2, 2, 2])
  })

  test('hold each execution as often as it is likely', () => {
    const drawn = [...drawnGroups(designs, 1, 20_000, randomStream(1))].flatMap(({ executions }) => executions)
    for (const execution of designs.flatMap(({ executions }) => executions)) {
      expect(drawn.filter((one) => one === execution).length / 20_000).toBeCloseTo(execution.probability, 1.5)
    }
  })
})
