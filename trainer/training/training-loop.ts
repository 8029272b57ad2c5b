import { designerRows, executorRows } from '../credit/index.ts'
import type { CreditSettings } from '../credit/index.ts'
import type { PolicyGradientMetrics } from '../engine/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { rolloutStatistics } from '../rollout/index.ts'
import type { RolloutStatistics, RolloutTree } from '../rollout/index.ts'
import { drawTasks } from '../tasks/index.ts'
import type { TaskSource } from '../tasks/index.ts'
import type { Learner } from './learner.ts'
import { rollOut } from './roll-out.ts'
import type { RolloutParts } from './roll-out.ts'
import { trainOnRows } from './train-on-rows.ts'

/** Which roles take steps; the others are frozen: no gradient, no optimizer state touched. */
export type Trained = 'designer' | 'executor' | 'both'

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
  readonly trainedAt: (step: number) => Trained
}

export interface TrainingStep {
  /** From 0. */
  readonly step: number
  readonly trained: Trained
  readonly statistics: RolloutStatistics
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
  for (let step = 0; requests < settings.requests; step += 1) {
    const tasks = drawTasks(settings.tasks, settings.tasksPerStep, randomStream(seed, 'tasks', step))
    const traced = credit.estimator === 'slice'
    const trees = await rollOut(tasks, { run, step, seed, designs: settings.designs, executions: settings.executions, traced }, parts)
    const statistics = rolloutStatistics(trees, credit.reward)
    requests += statistics.requests
    const trained = settings.trainedAt(step)
    const improve = (name: Learner['name'], rowsOf: typeof designerRows): readonly PolicyGradientMetrics[] => {
      const learner = learners.find((candidate) => candidate.name === name)
      if (learner === undefined || (trained !== name && trained !== 'both')) return []
      return trainOnRows(learner.network, rowsOf(trees, credit, name), learner.optimisation, randomStream(seed, 'minibatches', name, step))
    }
    const designer = improve('designer', designerRows)
    const executor = improve('executor', executorRows)
    yield { step, trained, statistics, requests, trees, designer, executor }
    // A step without any request would never end the loop.
    if (statistics.requests === 0 && step > 1000) return
  }
}
