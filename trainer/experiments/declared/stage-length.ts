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

/** One whose executors are slow to learn, one whose design is only worth something once they are sure. */
const families: readonly FamilyName[] = ['depth', 'verify']

/** The paper saw collapses after about 150 steps: so few tasks a step give about 230 on `verify`, 400 on `depth`. */
const shared = { requests: 240_000, perStep: 12 }

const lengths = [1, 5, 10, 30]

const stage = (length: number): string => `stages_${length}`

const armsOf = (family: FamilyName): readonly ExperimentArm[] => [
  armOf({ method: 'both', title: 'both at once', recipe: { family, preset: 'both', ...shared } }),
  ...lengths.map((length) =>
    armOf({ method: stage(length), title: `stages of ${length}`, recipe: { family, preset: 'stages', stageSteps: length, ...shared } }),
  ),
]

/** Claim 2. */
export const stageLength: Experiment = {
  name: 'stage-length',
  question: 'At equal training requests: both roles at once, and stages of 1, 5, 10 and 30 steps',
  arms: families.flatMap(armsOf),
  judge: judgeStages,
}

export function judgeStages(results: readonly ExperimentResult[]): readonly Verdict[] {
  const between = (left: string, right: string): readonly FamilyDifference[] =>
    families.map((family) => ({ family, difference: pairedDifference(scoresOf(results, family, left), scoresOf(results, family, right)) }))
  const above = (claim: string, differences: readonly FamilyDifference[]): Verdict =>
    onFamilies(`${claim} by an interval without zero`, families.length, differences, ({ lower }) => lower > 0)
  return [
    ...lengths.map((length) => above(`Stages of ${length} are above both at once`, between(stage(length), 'both'))),
    ...[1, 5, 10].map((length) => above(`Stages of 30 are above stages of ${length}`, between(stage(30), stage(length)))),
    everyDesignCompiles(results),
  ]
}
