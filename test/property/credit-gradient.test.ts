import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stableHash } from '../../runtime/index.ts'
import { wellTypedProgram } from '../../testing/index.ts'
import type { ProgramOptions } from '../../testing/index.ts'
import { defaultReplaySettings, estimatorOf } from '../../trainer/credit/index.ts'
import type { EstimatorName } from '../../trainer/credit/index.ts'
import { measureEstimator, says, solveProgram } from '../../trainer/credit-oracle/index.ts'
import type { MeasureSettings, PolicyTable, SolvedProgram } from '../../trainer/credit-oracle/index.ts'
import { functionScorer } from '../../trainer/scorers/index.ts'
import { propertyRuns } from './property-runs.ts'

const options: ProgramOptions = {
  types: ['enum Kind { sum, other }'],
  agents: [
    'Writer(task: string) -> string',
    'Judge(task: string) -> bool { repairs 0 }',
    'Router(task: string) -> Kind { repairs 1 }',
    'Lead(task: string) -> string { tools Writer max_turns 2 }',
  ],
  workflow: 'main(x: string) -> string',
  constructs: {
    expressions: ['name', 'call', 'builtin', 'sample', 'each', 'otherwise', 'default', 'equal', 'logic', 'member', 'present'],
    builtins: ['text', 'join', 'vote', 'split'],
    strings: ['', 'a'],
  },
  limits: { calls: 5, statements: 5, nesting: 2 },
}

/** Agents that reply one thing or another, whatever they are given; a judge who may talk nonsense, a router who may fail. */
const tableOf = ([writer, judge, router, lead]: readonly number[]): PolicyTable => {
  const [first = 0.5, second = 0.5, third = 0.5, fourth = 0.5] = [writer, judge, router, lead]
  return {
    Writer: [{ replies: says({ a: first, b: 1 - first }) }],
    Judge: [{ replies: says({ true: 0.8 * second, false: 0.8 * (1 - second), nonsense: 0.2 }) }],
    Router: [{ failing: 0.1, replies: says({ '"sum"': third, '"other"': 1 - third }) }],
    Lead: [
      {
        replies: [
          ...says({ a: fourth / 2, c: fourth / 2 }),
          { kind: 'asks', tool: 'Writer', argument: 'task', value: 'b', probability: 1 - fourth },
        ],
      },
    ],
  }
}

const chance = fc.double({ min: 0.1, max: 0.9, noNaN: true })

/** A random program with random policies, and a reward that is any function of its result; `null` where it is too large. */
async function solvedOf(text: string, chances: readonly number[], seed: number): Promise<SolvedProgram | null> {
  try {
    return await solveProgram(
      {
        name: 'random',
        shows: 'anything',
        designs: [text],
        task: { id: 'random', family: 'random', difficulty: 0, input: { x: 'ab' } },
        table: tableOf(chances),
        scorer: functionScorer('any', (value) => (stableHash(seed, JSON.stringify(value)) % 5) / 4),
        reward: { costPerRequest: 0.05, costPerChoice: 0, rejected: 0 },
      },
      60,
    )
  } catch (error) {
    if (error instanceof RangeError && error.message === 'there are more than 60 outcomes') return null
    throw error
  }
}

const settings: MeasureSettings = {
  executions: 2,
  normalisation: 'mean',
  weighting: 'trajectory',
  replays: { ...defaultReplaySettings, mostCuts: 3 },
  seed: 1,
  mostGroups: 2_000,
  replayedGroups: 0,
}

/** What the exact gradient is multiplied with, in expectation over every pair of executions. */
const factors: Readonly<Partial<Record<EstimatorName, number>>> = { broadcast: 0.5, design_group: 0.5, rloo: 1, slice: 0.5, counterfactual: 1, vine: 1 }

test('estimators without bias give the gradient of any program with any policy', async () => {
  let programs = 0
  await fc.assert(
    fc.asyncProperty(wellTypedProgram(options), fc.array(chance, { minLength: 4, maxLength: 4 }), fc.nat(1000), async ({ text }, chances, seed) => {
      const solved = await solvedOf(text, chances, seed)
      if (solved === null || solved.gradient.every((slope) => slope === 0)) return
      programs += 1
      for (const [name, factor] of Object.entries(factors) as [EstimatorName, number][]) {
        const { expectation } = await measureEstimator(solved, estimatorOf(name), settings)
        const wrong = expectation.findIndex((value, position) => Math.abs(value - factor * (solved.gradient[position] ?? NaN)) > 1e-9)
        expect({ name, wrong }).toEqual({ name, wrong: -1 })
      }
    }),
    { numRuns: propertyRuns(8) },
  )
  expect(programs).toBeGreaterThan(0)
})
