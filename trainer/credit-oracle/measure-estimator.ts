import type { CreditEstimator, CreditGroup, GroupEstimator, ReplayEstimator, ReplayReward } from '../credit/index.ts'
import { randomStream } from '../random/random-stream.ts'
import type { RandomStream } from '../random/random-stream.ts'
import { drawByProbability } from './draw-by-probability.ts'
import { EstimateSums } from './estimate-statistics.ts'
import type { EstimateStatistics } from './estimate-statistics.ts'
import { countGroups, drawnGroups, everyGroup } from './execution-groups.ts'
import type { ExecutionGroup } from './execution-groups.ts'
import type { MeasureSettings } from './measure-settings.ts'
import { ReplayOutcomes } from './replay-outcomes.ts'
import type { ReplayOutcome } from './replay-outcomes.ts'
import type { SolvedProgram } from './solve-program.ts'

export interface Measurement extends EstimateStatistics {
  /** How many drawn groups variance, rank correlation and requests are means over; `null` where they are exact. */
  readonly drawn: number | null
  /** Whether scale and bias are exact, rather than of the drawn groups. */
  readonly isExact: boolean
}

/** Measures an estimator on a program. What is drawn is the same for all estimators. */
export function measureEstimator(solved: SolvedProgram, estimator: CreditEstimator, settings: MeasureSettings): Promise<Measurement> {
  switch (estimator.kind) {
    case 'group':
      return Promise.resolve(measureGroups(solved, estimator, settings))
    case 'replay':
      return measureReplays(solved, estimator, settings)
  }
}

/** The exact advantages themselves, as if somebody knew them: what no estimator can do better than without bias from one execution. */
export function measureExact(solved: SolvedProgram, settings: MeasureSettings): Measurement {
  const { isExact, groups } = groupsOf(solved, settings)
  const sums = new EstimateSums(solved, settings.weighting)
  for (const group of groups) sums.add(group, group.executions.map(({ calls }) => calls.map(({ advantage }) => advantage)), 0)
  return { ...sums.statistics(), isExact, drawn: isExact ? null : settings.drawnGroups }
}

function measureGroups(solved: SolvedProgram, { estimate }: GroupEstimator, settings: MeasureSettings): Measurement {
  const { isExact, groups } = groupsOf(solved, settings)
  const sums = new EstimateSums(solved, settings.weighting)
  for (const group of groups) sums.add(group, estimate(creditGroup(solved, group), settings.normalisation), 0)
  return { ...sums.statistics(), isExact, drawn: isExact ? null : settings.drawnGroups }
}

/**
 * Estimators that replay look at one execution at a time, and are linear in what its replays are worth: with expected rewards in place of
 * drawn ones, groups of one execution of each design give the exact expectation, for any number of executions. The rest is of drawn groups
 * with drawn replays.
 */
async function measureReplays(solved: SolvedProgram, { estimate }: ReplayEstimator, settings: MeasureSettings): Promise<Measurement> {
  const outcomes = new ReplayOutcomes(solved)
  const expected = new EstimateSums(solved, settings.weighting)
  for (const group of everyGroup(solved.designs, 1)) {
    const replay = replaysOf(outcomes, group, (ways) => ways.reduce((sum, { probability, reward }) => sum + probability * reward, 0))
    expected.add(group, await estimate(creditGroup(solved, group), replay, settings.replays), 0)
  }
  const { expectation } = expected.statistics()
  const sums = new EstimateSums(solved, settings.weighting)
  const random = drawingOf(solved, settings, 'replays')
  for (const group of drawnGroups(solved.designs, settings.executions, settings.drawnGroups, drawingOf(solved, settings, 'groups'))) {
    let requests = 0
    const replay = replaysOf(outcomes, group, (ways) => {
      const way = drawByProbability(ways, random)
      requests += way.requests
      return way.reward
    })
    sums.add(group, await estimate(creditGroup(solved, group), replay, settings.replays), requests)
  }
  return { ...sums.statistics(expectation), isExact: true, drawn: settings.drawnGroups }
}

function groupsOf(solved: SolvedProgram, settings: MeasureSettings): { readonly isExact: boolean; readonly groups: Iterable<ExecutionGroup> } {
  const { executions, mostGroups, drawnGroups: drawn } = settings
  const isExact = countGroups(solved.designs, executions) <= mostGroups
  if (isExact) return { isExact, groups: everyGroup(solved.designs, executions) }
  return { isExact, groups: drawnGroups(solved.designs, executions, drawn, drawingOf(solved, settings, 'groups')) }
}

const drawingOf = ({ program }: SolvedProgram, { seed }: MeasureSettings, what: string): RandomStream => randomStream(seed, what, program.name)

const creditGroup = ({ program }: SolvedProgram, { executions }: ExecutionGroup): CreditGroup => ({
  task: program.task.id,
  executions: executions.map(({ credit }) => credit),
})

function replaysOf(
  outcomes: ReplayOutcomes,
  { executions }: ExecutionGroup,
  worth: (ways: readonly ReplayOutcome[]) => number,
): ReplayReward {
  return async ({ execution, intervention }) => {
    const recorded = executions[execution]
    if (recorded === undefined) throw new RangeError(`there is no execution ${execution} in the group`)
    return worth(await outcomes.of(recorded, intervention))
  }
}
