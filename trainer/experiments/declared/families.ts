import type { FamilyName } from '../../tasks/index.ts'
import type { Experiment, ExperimentArm } from '../experiment.ts'
import { mean } from '../../statistics/index.ts'
import { everyDesignCompiles } from '../outcome/every-design-compiles.ts'
import { onFamilies } from '../outcome/on-families.ts'
import type { FamilyDifference } from '../outcome/on-families.ts'
import { pairedDifference } from '../outcome/paired-difference.ts'
import type { ScoresBySeed } from '../outcome/paired-difference.ts'
import { consistentScoresOf, ofMethod, scoresOf } from '../outcome/scores-of.ts'
import type { Verdict } from '../outcome/verdict.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { armOf, directBody, teamFamilies } from './methods.ts'

const familiesOfAll: readonly FamilyName[] = [...teamFamilies, 'plain']

/** Short trainings left teams of 1 to 9 requests a task. */
const voteSizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Both roles at once had levelled out within 80,000 in short trainings; stages give each role half of the steps. */
const requests = 200_000

const armsOf = (family: FamilyName): readonly ExperimentArm[] => [
  armOf({ method: 'both', title: 'co-evolution, both at once', recipe: { family, preset: 'both', requests } }),
  armOf({ method: 'stages', title: 'co-evolution in stages', recipe: { family, preset: 'stages', stageSteps: 10, requests } }),
  armOf({ method: 'frozen_executor', title: 'frozen executor', recipe: { family, preset: 'frozen_executor', requests } }),
  armOf({ method: 'frozen_designer', title: 'frozen designer', recipe: { family, preset: 'frozen_designer', requests } }),
  armOf({
    method: 'single_agent',
    title: 'single agent',
    recipe: { family, preset: 'frozen_designer', requests },
    body: directBody,
    voteSizes,
  }),
]

/** Claims 1, 5 and 6 share their arms. */
export const familiesExperiment: Experiment = {
  name: 'families',
  question:
    'On each of seven families, at equal training requests: co-evolution, a frozen executor, a frozen designer, a trained single agent, ' +
    'and self-consistency at equal cost',
  arms: familiesOfAll.flatMap(armsOf),
  judge: judgeFamilies,
}

/** In shares of the right answers: 21.7 points. */
const leastGain = 0.217

export function judgeFamilies(results: readonly ExperimentResult[]): readonly Verdict[] {
  const against = (other: (family: string) => ScoresBySeed): readonly FamilyDifference[] =>
    teamFamilies.map((family) => ({ family, difference: pairedDifference(scoresOf(results, family, 'both'), other(family)) }))
  const above = (title: string, least: number, differences: readonly FamilyDifference[]): Verdict =>
    onFamilies(`Co-evolution is above ${title} by an interval without zero`, least, differences, ({ lower }) => lower > 0)
  const againstArm = (method: string): readonly FamilyDifference[] => against((family) => scoresOf(results, family, method))
  const claim = 'Co-evolution is at least 21.7 points above the trained single agent'
  return [
    onFamilies(claim, 5, againstArm('single_agent'), ({ estimate }) => estimate >= leastGain),
    above('the frozen executor', 5, againstArm('frozen_executor')),
    above('the frozen designer', 5, againstArm('frozen_designer')),
    above('self-consistency at equal cost', 4, against((family) => consistentScoresOf(results, family, 'both', 'single_agent'))),
    directOnPlain(results),
    everyDesignCompiles(results),
  ]
}

function directOnPlain(results: readonly ExperimentResult[]): Verdict {
  const shares = ofMethod(results, 'plain', 'both').map(({ after }) => after.shapes.direct)
  const share = mean(shares)
  return {
    claim: 'On plain, co-evolution answers directly in at least 95 % of its designs',
    reached: shares.length === 0 ? null : share >= 0.95,
    found: shares.length === 0 ? 'no results' : `${percent(share)} (by seed ${shares.map(percent).join(', ')})`,
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
