import { defaultReplaySettings, designerRows, estimatorOf, executorRows } from '../credit/index.ts'
import type { CreditedRow, CreditSettings } from '../credit/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { guardFailures, guardGroups, guardRows, guardScores, stepWarnings } from '../guards/index.ts'
import type { StepWarnings } from '../guards/index.ts'
import { rolloutStatistics } from '../rollout/index.ts'
import type { RolloutStatistics, RolloutTree } from '../rollout/index.ts'
import { scheduleAt } from '../schedule/index.ts'
import type { Measurement, Schedule, SchedulePoint } from '../schedule/index.ts'
import { drawTasks } from '../tasks/index.ts'
import type { TaskSource } from '../tasks/index.ts'
import type { Learner, LearnerMetrics } from './learner.ts'
import { meteredReplays } from './metered-replays.ts'
import type { ReplayStatistics } from './metered-replays.ts'
import { rollOut } from './roll-out.ts'
import type { RolloutParts } from './roll-out.ts'

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
  /** Training ends with the step in which the executions, replays included, have spent this many model requests. */
  readonly requests: number
  /** Or have cost this much, by the prices that are known; no limit where it is left out. */
  readonly mostPrice?: number
  /** Or with this step, counted from 1; no limit where it is left out. */
  readonly mostSteps?: number
  /** How many versions older than its policy a row may be when it is trained on; default 0. */
  readonly oldestVersion?: number
  /** Steps in a row in which every execution failed end training with a `TrainingFault`; default 5. */
  readonly mostFailingSteps?: number
  /** Steps in a row in which no execution had a score above 0 end training with a `TrainingFault`; never where it is left out. */
  readonly mostUnsolvedSteps?: number
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
  /** What credit cost beside the executions. */
  readonly replays: ReplayStatistics
  /** Spent since the start, this step included. */
  readonly requests: number
  /** What replies have cost since the start; 0 where no price is known. */
  readonly price: number
  readonly trees: readonly RolloutTree[]
  /** The rows that policies were trained on, with their advantages. */
  readonly credited: readonly CreditedRow[]
  readonly designer: readonly LearnerMetrics[]
  readonly executor: readonly LearnerMetrics[]
  /** Where the loop stands after the step: one that starts there, with the learners as they are now, goes on the same. */
  readonly next: LoopPoint
}

/** A place between two steps of a training loop; plain JSON. */
export interface LoopPoint {
  /** The next step, from 0. */
  readonly step: number
  /** Model requests spent before it. */
  readonly requests: number
  /** What the replies before it have cost; 0 where no price is known. */
  readonly price: number
  /** Steps in a row before it that made no request. */
  readonly idle: number
  /** Steps in a row before it in which every execution failed. */
  readonly failing: number
  /** Steps in a row before it in which no execution had a score above 0. */
  readonly unsolved: number
  /** Of all steps before it: what phases that end by their scores go by. */
  readonly measurements: readonly Measurement[]
}

/** Before the first step. */
export const loopStart: LoopPoint = { step: 0, requests: 0, price: 0, idle: 0, failing: 0, unsolved: 0, measurements: [] }

/** One rollout and the steps it allows, again and again until the requests are spent, from `start` on. */
export async function* trainingLoop(
  settings: TrainingLoopSettings,
  parts: RolloutParts,
  learners: readonly Learner[],
  start: LoopPoint = loopStart,
): AsyncGenerator<TrainingStep, void> {
  const { run, seed, credit, mostSteps = Infinity, mostPrice = Infinity, oldestVersion = 0 } = settings
  const { mostFailingSteps = 5, mostUnsolvedSteps = Infinity } = settings
  const { kind, traced } = estimatorOf(credit.estimator)
  let point = start
  const isSpent = ({ step, requests, price }: LoopPoint): boolean => step >= mostSteps || requests >= settings.requests || price >= mostPrice
  while (!isSpent(point) && point.idle < mostIdleSteps) {
    const { step } = point
    const phase = scheduleAt(settings.schedule, step, point.measurements)
    if (phase === null) return
    const tasks = drawTasks(settings.tasks, settings.tasksPerStep, randomStream(seed, 'tasks', step))
    const recorded = kind === 'replay' && phase.trained !== 'designer'
    const { designs, executions } = settings
    const trees = await rollOut(tasks, { run, step, seed, designs, executions, traced, recorded }, parts)
    guardGroups(trees, { trained: phase.trained, estimator: credit.estimator })
    const failing = guardFailures(trees, { before: point.failing, most: mostFailingSteps })
    const unsolved = guardScores(trees, { before: point.unsolved, most: mostUnsolvedSteps })
    const statistics = rolloutStatistics(trees, credit.reward)
    const spent = Math.max(point.requests / settings.requests, point.price / mostPrice)
    const replays = meteredReplays({ ...parts, defaultReplies: (credit.replays ?? defaultReplaySettings).defaultReplies })
    const lesson = async (name: Learner['name'], rowsOf: RowSource): Promise<Lesson | null> => {
      const learner = learners.find((candidate) => candidate.name === name)
      if (learner === undefined || (phase.trained !== name && phase.trained !== 'both')) return null
      const rows = await rowsOf()
      guardRows(rows.map((row) => row.record), { versions: new Map([[name, learner.version]]), oldest: oldestVersion })
      learner.prepare?.(rows)
      return { learner, rows }
    }
    const take = (given: Lesson | null): readonly LearnerMetrics[] =>
      given?.learner.train(given.rows, randomStream(seed, 'minibatches', given.learner.name, step), spent) ?? []
    // All rows are looked at before a policy moves: the weights of one may be those of the other.
    const lessons = {
      designer: await lesson('designer', () => designerRows(trees, credit, 'designer')),
      executor: await lesson('executor', () => executorRows(trees, credit, 'executor', replays.replay)),
    }
    const credited = Object.values(lessons).flatMap((given) => given?.rows ?? [])
    const designer = take(lessons.designer)
    const executor = take(lessons.executor)
    const requests = point.requests + statistics.requests + replays.statistics().requests
    point = {
      step: step + 1,
      requests,
      price: point.price + statistics.price,
      idle: statistics.requests === 0 ? point.idle + 1 : 0,
      failing,
      unsolved,
      measurements:
        statistics.meanReward === null ? point.measurements : [...point.measurements, { step, value: statistics.meanReward }],
    }
    const warnings = stepWarnings(trees, credit.reward, replays.statistics().unscored)
    const { price } = point
    yield { step, phase, statistics, warnings, replays: replays.statistics(), requests, price, trees, credited, designer, executor, next: point }
  }
}

type RowSource = () => readonly CreditedRow[] | Promise<readonly CreditedRow[]>

/** What a policy that is trained learns from a rollout. */
interface Lesson {
  readonly learner: Learner
  readonly rows: readonly CreditedRow[]
}

/** Steps in a row without any request after which a run ends: its designs call nobody, so it would never spend what it has. */
export const mostIdleSteps = 20
