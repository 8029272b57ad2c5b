import type { FamilyName } from '../../tasks/index.ts'
import type { Experiment, ExperimentArm } from '../experiment.ts'
import { everyDesignCompiles } from '../outcome/every-design-compiles.ts'
import { onFamilies } from '../outcome/on-families.ts'
import type { FamilyDifference } from '../outcome/on-families.ts'
import { pairedDifference } from '../outcome/paired-difference.ts'
import { scoresOf } from '../outcome/scores-of.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import type { Verdict } from '../outcome/verdict.ts'
import { armOf } from './methods.ts'

/** As for the length of stages. */
const families: readonly FamilyName[] = ['depth', 'verify']

/** M × N = 16. With M = 1 a designer has nothing to compare with. */
const splits = [
  [2, 8],
  [4, 4],
  [8, 2],
  [16, 1],
] as const

const methodOf = (designs: number, executions: number): string => `${designs}x${executions}`

/** Executions are compared with all of their task: with those of their design, N = 1 would have nothing to compare with. */
const armsOf = (family: FamilyName): readonly ExperimentArm[] =>
  splits.map(([designs, executions]) =>
    armOf({
      method: methodOf(designs, executions),
      title: `${designs} designs of ${executions === 1 ? '1 execution' : `${executions} executions`}`,
      recipe: { family, preset: 'both', requests: 200_000, designs, executions, estimator: 'broadcast' },
    }),
  )

/** Claim 4. */
export const designsAndExecutions: Experiment = {
  name: 'designs-and-executions',
  question: 'M designs of N executions at a fixed product of 16, at equal training requests, both roles at once',
  arms: families.flatMap(armsOf),
  judge: judgeSplits,
}

export function judgeSplits(results: readonly ExperimentResult[]): readonly Verdict[] {
  const paper = methodOf(4, 4)
  const against = (method: string): readonly FamilyDifference[] =>
    families.map((family) => {
      const difference = pairedDifference(scoresOf(results, family, paper), scoresOf(results, family, method))
      return { family, difference }
    })
  const others = splits.map(([designs, executions]) => methodOf(designs, executions)).filter((method) => method !== paper)
  return [
    ...others.map((method) => {
      const claim = `${paper} is above ${method} by an interval without zero`
      return onFamilies(claim, families.length, against(method), ({ lower }) => lower > 0)
    }),
    everyDesignCompiles(results),
  ]
}
