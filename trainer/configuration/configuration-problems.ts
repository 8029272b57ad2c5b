import { estimators } from '../credit/index.ts'
import { shapeProblems } from '../engine/index.ts'
import { lowestReward } from '../rollout/index.ts'
import { scheduleProblems } from '../schedule/index.ts'
import { readScorerOptions } from '../scorers/index.ts'
import { createFamily } from '../tasks/index.ts'
import { optimiseProblems } from './optimise-problems.ts'
import { familySettings } from './task-mix-of.ts'
import type { TrainingConfiguration } from './training-configuration.ts'

/** What is wrong with a configuration that fits the schema, one text each with its path; empty for a usable one. */
export function configurationProblems(configuration: TrainingConfiguration): readonly string[] {
  return [
    ...familyProblems(configuration),
    ...scorerProblems(configuration),
    ...networkProblems(configuration),
    ...sharedProblems(configuration),
    ...scheduleProblems(configuration.schedule).map((problem) => `schedule.${problem}`),
    ...groupProblems(configuration),
    ...optimiseProblems(configuration, estimators[configuration.credit.estimator]),
    ...rewardProblems(configuration),
  ].map((problem) => problem.replace(/\.$/, ''))
}

function familyProblems({ tasks }: TrainingConfiguration): readonly string[] {
  return familySettings(tasks.families).flatMap(({ settings }) => {
    const created = createFamily(settings)
    return created.kind === 'family' ? [] : created.problems.map((problem) => `tasks.families.${settings.family}: ${problem}`)
  })
}

function scorerProblems({ tasks }: TrainingConfiguration): readonly string[] {
  const read = readScorerOptions(tasks.scorer, tasks.scorerOptions)
  return read.kind === 'ok' ? [] : read.problems.map((problem) => `tasks.scorerOptions: ${problem}`)
}

function networkProblems(configuration: TrainingConfiguration): readonly string[] {
  return (['designer', 'executor'] as const).flatMap((role) =>
    shapeProblems({ ...configuration[role].network, vocabulary: 1 }).map((problem) => `${role}.network: ${problem}`),
  )
}

/** What one network for both roles needs. */
function sharedProblems({ weights, designer, executor, schedule, guards }: TrainingConfiguration): readonly string[] {
  if (weights === 'separate') return []
  const isOne = JSON.stringify(Object.entries(designer.network).sort()) === JSON.stringify(Object.entries(executor.network).sort())
  return [
    ...(isOne ? [] : ['designer.network: with shared weights there is one network, that of executor.network: leave it out']),
    ...(guards.compare === 'first_step' && schedule.phases.some(({ train }) => train === 'both')
      ? ['guards.compare: with shared weights, phases that train both compare all rows: leave it out']
      : []),
  ]
}

/** Groups of one have nothing to be compared with: better said now than after the first rollout. */
function groupProblems({ rollout, credit, schedule }: TrainingConfiguration): readonly string[] {
  const trains = (role: 'designer' | 'executor'): boolean =>
    schedule.phases.some(({ train }) => train === role || train === 'both')
  const problems: string[] = []
  if (trains('designer') && rollout.designs < 2) {
    problems.push('rollout.designs: training the designer compares designs of a task: at least 2')
  }
  const estimator = estimators[credit.estimator]
  if (!trains('executor') || estimator.kind === 'replay') return problems
  if (estimator.compares === 'design' && rollout.executions < 2) {
    problems.push(`rollout.executions: ${credit.estimator} compares executions of a design: at least 2`)
  }
  if (rollout.designs * rollout.executions < 2) {
    problems.push(`rollout.executions: ${credit.estimator} compares executions of a task: at least 2`)
  }
  return problems
}

function rewardProblems({ rollout, credit, designer }: TrainingConfiguration): readonly string[] {
  const lowest = lowestReward(credit, rollout.mostRequests, designer.network.positions)
  if (credit.rejected <= lowest) return []
  return [`credit.rejected: ${credit.rejected} is more than the ${lowest} of the worst execution: not compiling would pay`]
}
