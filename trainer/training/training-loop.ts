import { designerRows, executorRows } from '../credit/index.ts'
import type { CreditSettings } from '../credit/index.ts'
import type { PolicyGradientMetrics } from '../engine/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { guardGroups, guardRows, stepWarnings } from '../guards/index.ts'
import type { StepWarnings } from '../guards/index.ts'
import { rolloutStatistics } from '../rollout/index.ts'
import type { RolloutStatistics, RolloutTree } from '../rollout/index.ts'
import { scheduleAt } from '../schedule/index.ts'
import type { Measurement, Schedule, SchedulePoint } from '../schedule/index.ts'
import { drawTasks } from '../tasks/index.ts'
import type { TaskSource } from '../tasks/index.ts'
import type { Learner } from './learner.ts'
import { rollOut } from './roll-out.ts'
import type { RolloutParts } from './roll-out.ts'
import { trainOnRows } from './train-on-rows.ts'

export interface TrainingLoopSettings {
  readonly run: string
  readonly seed: number
  readonly tasks: TaskSource
  readonly tasksPerStep: number
  /** M of the paper. */
  readonly designs: number
  /** N of the paper. */
  readonly executions: number
  readonly credit: CreditSettings
  /** Training ends with the step in which the executions have spent this many model requests. */
  readonly requests: number
  /** Which roles take steps, and when; the other is frozen: no gradient, no optimizer state touched. */
  readonly schedule: Schedule
}

export interface TrainingStep {
  /** From 0. */
  readonly step: number
  readonly phase: SchedulePoint
  readonly statistics: RolloutStatistics
  /** What makes the step weaker without making it wrong. */
  readonly warnings: StepWarnings
  /** Spent since the start, this step included. */
  readonly requests: number
  readonly trees: readonly RolloutTree[]
  readonly designer: readonly PolicyGradientMetrics[]
  readonly executor: readonly PolicyGradientMetrics[]
}

/** One rollout and the steps it allows, again and again until the requests are spent. */
export async function* trainingLoop(
  settings: TrainingLoopSettings,
  parts: RolloutParts,
  learners: readonly Learner[],
): AsyncGenerator<TrainingStep, void> {
  const { run, seed, credit } = settings
  let requests = 0
  let idle = 0
  const measurements: Measurement[] = []
  for (let step = 0; requests < settings.requests && idle < mostIdleSteps; step += 1) {
    const phase = scheduleAt(settings.schedule, step, measurements)
    if (phase === null) return
    const tasks = drawTasks(settings.tasks, settings.tasksPerStep, randomStream(seed, 'tasks', step))
    const traced = credit.estimator === 'slice'
    const trees = await rollOut(tasks, { run, step, seed, designs: settings.designs, executions: settings.executions, traced }, parts)
    guardGroups(trees, { trained: phase.trained, estimator: credit.estimator })
    const statistics = rolloutStatistics(trees, credit.reward)
    const spent = requests / settings.requests
    requests += statistics.requests
    idle = statistics.requests === 0 ? idle + 1 : 0
    const improve = (name: Learner['name'], rowsOf: typeof designerRows): readonly PolicyGradientMetrics[] => {
      const learner = learners.find((candidate) => candidate.name === name)
      if (learner === undefined || (phase.trained !== name && phase.trained !== 'both')) return []
      const rows = rowsOf(trees, credit, name)
      guardRows(rows.map((row) => row.record), { versions: new Map([[name, learner.network.version]]), oldest: 0 })
      return trainOnRows(learner, rows, spent, randomStream(seed, 'minibatches', name, step))
    }
    const designer = improve('designer', designerRows)
    const executor = improve('executor', executorRows)
    if (statistics.meanReward !== null) measurements.push({ step, value: statistics.meanReward })
    yield { step, phase, statistics, warnings: stepWarnings(trees, credit.reward), requests, trees, designer, executor }
  }
}

/** Steps in a row without any request after which a run ends: its designs call nobody, so it would never spend what it has. */
const mostIdleSteps = 20
