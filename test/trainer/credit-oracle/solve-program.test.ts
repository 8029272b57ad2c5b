import { describe, expect, test } from 'vitest'
import { executorRows, groupEstimators } from '../../../trainer/credit/index.ts'
import { creditPrograms, solveProgram } from '../../../trainer/credit-oracle/index.ts'
import type { SolvedExecution, SolvedProgram } from '../../../trainer/credit-oracle/index.ts'
import type { RolloutTree } from '../../../trainer/rollout/index.ts'
import { solvedProgram, solvedPrograms } from './solved-programs.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The logits of a context from which its probabilities come, with one of them moved. */
function movedProbability(probabilities: readonly number[], reply: number, moved: number | null, step: number): number {
  const weights = probabilities.map((probability, option) => probability * Math.exp(option === moved ? step : 0))
  return (weights[reply] ?? NaN) / sum(weights)
}

/** J with one logit moved: the same executions, with other probabilities. */
function rewardWith({ designs }: SolvedProgram, parameter: number, step: number): number {
  const likelihood = ({ calls }: SolvedExecution): number =>
    calls.reduce((product, { context, reply }) => {
      const own = parameter - context.offset
      const moved = own >= 0 && own < context.probabilities.length ? own : null
      return (product * movedProbability(context.probabilities, reply, moved, step)) / (context.probabilities[reply] ?? NaN)
    }, 1)
  return sum(
    designs.map(({ executions }) => sum(executions.map((one) => one.probability * likelihood(one) * one.credit.reward)) / designs.length),
  )
}

describe.each(solvedPrograms.map((solved) => [solved.program.name, solved] as const))('%s', (_, solved) => {
  test('has executions whose probabilities sum to 1', () => {
    for (const { executions } of solved.designs) expect(sum(executions.map(({ probability }) => probability))).toBeCloseTo(1, 12)
  })

  test('has the gradient that small steps of each logit show', () => {
    const step = 1e-4
    solved.gradient.forEach((slope, parameter) => {
      const difference = (rewardWith(solved, parameter, step) - rewardWith(solved, parameter, -step)) / (2 * step)
      expect(slope).toBeCloseTo(difference, 8)
    })
  })

  test('has advantages that lead to the same gradient', () => {
    const gradient = solved.gradient.map(() => 0)
    for (const { executions } of solved.designs) {
      for (const { probability, calls } of executions) {
        for (const { context, reply, advantage } of calls) {
          context.probabilities.forEach((chance, option) => {
            const score = (option === reply ? 1 : 0) - chance
            gradient[context.offset + option] = (gradient[context.offset + option] ?? NaN) + (probability * advantage * score) / solved.designs.length
          })
        }
      }
    }
    gradient.forEach((slope, parameter) => {
      expect(slope).toBeCloseTo(solved.gradient[parameter] ?? NaN, 12)
    })
  })
})

// A model that fails moves the expectation too, and nobody is credited with it.
const steadyPrograms = solvedPrograms.filter(({ program }) => Object.values(program.table).every((rows) => rows.every(({ failing }) => failing === undefined)))

test.each(steadyPrograms.map((solved) => [solved.program.name, solved.designs] as const))(
  'in %s advantages lead from the expected reward to the reward',
  (_, designs) => {
    for (const { executions, expectedReward } of designs) {
      for (const { calls, credit } of executions) {
        expect(expectedReward + sum(calls.map(({ advantage }) => advantage))).toBeCloseTo(credit.reward, 12)
      }
    }
  },
)

test('of a chain the values are those worked out by hand', () => {
  const { expectedReward, designs, gradient, policy } = solvedProgram('chain')
  // Check mends 0.3 of wrong drafts and keeps 0.9 of right ones: after a good plan 0.7 · 0.9 + 0.3 · 0.3 = 0.72, after a bad one 0.42.
  expect(expectedReward).toBeCloseTo(0.4 * 0.72 + 0.6 * 0.42, 12)
  const [best] = designs[0]?.executions ?? []
  expect(best?.probability).toBeCloseTo(0.4 * 0.7 * 0.9, 12)
  const wanted = [0.72 - 0.54, 0.9 - 0.72, 1 - 0.9]
  best?.calls.forEach(({ advantage }, index) => {
    expect(advantage).toBeCloseTo(wanted[index] ?? NaN, 12)
  })
  expect(policy.contextAt(0)).toMatchObject({ agent: 'Plan', given: 'go', offset: 0 })
  // dJ/dlogit of a good plan: p (1 − p)(0.72 − 0.42).
  expect(gradient[0]).toBeCloseTo(0.4 * 0.6 * 0.3, 12)
})

test('calls of losing branches have no influence', () => {
  const calls = solvedProgram('branches').designs.flatMap(({ executions }) => executions.flatMap(({ credit }) => credit.calls))
  expect(new Set(calls.filter(({ influenced }) => !influenced).map(({ node }) => node))).toEqual(new Set(['main/slow', 'main/if/then/quick']))
})

test.each(creditPrograms.map((program) => [program.name, program.shows, solvedProgram(program.name)] as const))(
  '%s shows %s',
  (name, _, { designs }) => {
    const executions = designs.flatMap((design) => design.executions)
    const counts = new Set(executions.map(({ calls }) => calls.length))
    const unequal = ['branches', 'loop', 'otherwise', 'tools', 'failures', 'designs']
    expect(counts.size > 1).toBe(unequal.includes(name))
    expect(executions.some(({ execution }) => execution.outcome.kind === 'failed')).toBe(name === 'failures')
    const hasShared = executions.some(({ calls }) => new Set(calls.map(({ context }) => context)).size < calls.length)
    if (['sample', 'shared', 'loop'].includes(name)) expect(hasShared).toBe(true)
  },
)

test.each(['broadcast', 'per_agent', 'slice'] as const)('%s sees of an execution what it sees in training', async (estimator) => {
  const { program, designs } = solvedProgram('branches')
  const [design] = designs
  if (design === undefined) throw new Error('there is a design')
  const executions = design.executions.filter((_, position) => position % 3 === 0)
  const tree: RolloutTree = {
    task: program.task,
    designs: [
      {
        design: 1,
        text: program.designs[0] ?? '',
        compiled: { kind: 'graph', graph: design.graph },
        calls: [],
        executions: executions.map(({ execution }, position) => ({ ...execution, execution: position + 1 })),
      },
    ],
  }
  const settings = { estimator, normalisation: 'mean', weighting: 'trajectory', reward: program.reward } as const
  const rows = await executorRows([tree], settings)
  const group = { task: program.task.id, executions: executions.map(({ credit }) => credit) }
  const advantages = groupEstimators[estimator].estimate(group, 'mean').flat()
  expect(advantages).not.toHaveLength(0)
  expect(rows.map(({ record }) => record.advantages)).toEqual(advantages.map((advantage) => [advantage]))
  expect(rows.map(({ record }) => record.tokens[0])).toEqual(executions.flatMap(({ calls }) => calls.map(({ reply }) => reply)))
})

test('a program that does not compile, and a table without a row, are refused', async () => {
  const [program] = creditPrograms
  if (program === undefined) throw new Error('there is a program')
  await expect(solveProgram({ ...program, designs: ['workflow'] })).rejects.toThrow('chain: ')
  await expect(solveProgram({ ...program, table: {} })).rejects.toThrow('the table does not say what Plan replies to "go"')
})
