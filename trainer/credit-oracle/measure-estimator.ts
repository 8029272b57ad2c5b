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
import type { SolvedExecution, SolvedProgram } from './solve-program.ts'

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

/** The exact advantages in the place of estimates, as if somebody knew them: what estimators are to come near to. */
export function measureExact(solved: SolvedProgram, settings: MeasureSettings): Measurement {
  const { isExact, groups } = groupsOf(solved, settings)
  const sums = new EstimateSums(solved, settings.weighting)
  for (const group of groups) sums.add(group, group.executions.map(({ calls }) => calls.map(({ advantage }) => advantage)), 0)
  return { ...sums.statistics(), isExact, drawn: isExact ? null : settings.mostGroups }
}

function measureGroups(solved: SolvedProgram, { estimate }: GroupEstimator, settings: MeasureSettings): Measurement {
  const { isExact, groups } = groupsOf(solved, settings)
  const sums = new EstimateSums(solved, settings.weighting)
  for (const group of groups) sums.add(group, estimate(creditGroup(solved, group), settings.normalisation), 0)
  return { ...sums.statistics(), isExact, drawn: isExact ? null : settings.mostGroups }
}

/**
 * Estimators that replay look at one execution at a time, and are linear in what its replays are worth: expected rewards in place of drawn
 * ones give the expectation of their advantages. Weights apart, so do groups of any size: those of one execution of each design are few.
 * The rest is of drawn groups with drawn replays.
 */
async function measureReplays(solved: SolvedProgram, estimator: ReplayEstimator, settings: MeasureSettings): Promise<Measurement> {
  const { estimate } = estimator
  const outcomes = new ReplayOutcomes(solved)
  const expected = await expectedAdvantages(solved, estimator, outcomes, settings)
  const small = { isExact: true, groups: everyGroup(solved.designs, 1) }
  const { isExact, groups } = settings.weighting === 'call' ? groupsOf(solved, settings) : small
  const expectedSums = new EstimateSums(solved, settings.weighting)
  for (const group of groups) expectedSums.add(group, group.executions.map((execution) => expected.get(execution) ?? []), 0)
  const { expectation } = expectedSums.statistics()
  const sums = new EstimateSums(solved, settings.weighting)
  const random = drawingOf(solved, settings, 'replays')
  for (const group of drawnGroups(solved.designs, settings.executions, settings.replayedGroups, drawingOf(solved, settings, 'groups'))) {
    let requests = 0
    const replay = replaysOf(outcomes, group, (ways) => {
      const way = drawByProbability(ways, random)
      requests += way.requests
      return way.reward
    })
    sums.add(group, await estimate(creditGroup(solved, group), replay, settings.replays), requests)
  }
  return { ...sums.statistics(expectation), isExact, drawn: settings.replayedGroups }
}

/** What the calls of each execution get, in expectation over its replays. */
async function expectedAdvantages(
  solved: SolvedProgram,
  { estimate }: ReplayEstimator,
  outcomes: ReplayOutcomes,
  { replays }: MeasureSettings,
): Promise<ReadonlyMap<SolvedExecution, readonly number[]>> {
  const expected = new Map<SolvedExecution, readonly number[]>()
  for (const execution of solved.designs.flatMap(({ executions }) => executions)) {
    const group = { probability: 1, executions: [execution] }
    const replay = replaysOf(outcomes, group, (ways) => ways.reduce((sum, { probability, reward }) => sum + probability * reward, 0))
    const [advantages] = await estimate(creditGroup(solved, group), replay, replays)
    if (advantages !== undefined) expected.set(execution, advantages)
  }
  return expected
}

function groupsOf(solved: SolvedProgram, settings: MeasureSettings): { readonly isExact: boolean; readonly groups: Iterable<ExecutionGroup> } {
  const { executions, mostGroups } = settings
  const isExact = countGroups(solved.designs, executions) <= mostGroups
  if (isExact) return { isExact, groups: everyGroup(solved.designs, executions) }
  return { isExact, groups: drawnGroups(solved.designs, executions, mostGroups, drawingOf(solved, settings, 'groups')) }
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
