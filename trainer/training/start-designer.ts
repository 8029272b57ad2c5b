import type { PolicyNetwork, SupervisedRow } from '../engine/index.ts'
import type { DesignerPolicy } from '../policies/designer-policy.ts'
import { randomStream } from '../random/random-stream.ts'
import { drawTasks, taskText } from '../tasks/index.ts'
import type { Task, TaskSource } from '../tasks/index.ts'
import type { SupervisedProgress } from './supervised-progress.ts'

export interface DesignerStartSettings {
  readonly seed: number
  readonly tasks: TaskSource
  /** Designs to imitate, as choices. Each task gets one at random: nothing says which design suits which task. */
  readonly designs: readonly (readonly number[])[]
  readonly batch: number
  readonly learningRate: number
  readonly warmUpSteps: number
  /** It ends when the loss of a step, in nats per free choice, is this low, */
  readonly loss: number
  /** or after this many steps. */
  readonly mostSteps: number
  /** What it reads of a task; its text where it is left out. */
  readonly reads?: (task: Task) => string
}

/**
 * The designer's supervised start: it learns to write common designs, for no task in particular. It goes on after `last`, the last
 * step taken before, if the network stands where that step left it.
 */
export function* startDesigner<State>(
  network: PolicyNetwork,
  designer: DesignerPolicy<State>,
  settings: DesignerStartSettings,
  last: SupervisedProgress | null = null,
): Generator<SupervisedProgress, void> {
  const isOver = ({ step, loss }: SupervisedProgress): boolean => step >= settings.mostSteps || loss <= settings.loss
  const { reads = taskText } = settings
  let progress: SupervisedProgress = last ?? { step: 0, loss: Infinity, accuracy: null }
  while (!isOver(progress)) {
    const step = progress.step + 1
    const random = randomStream(settings.seed, 'supervised designs', step)
    const rows = drawTasks(settings.tasks, settings.batch, random).flatMap((task): SupervisedRow[] => {
      const choices = settings.designs[random.integer(settings.designs.length)]
      return choices === undefined ? [] : [designer.imitate(reads(task), choices)]
    })
    const { loss } = network.trainSupervised(rows, { learningRate: settings.learningRate, warmUpSteps: settings.warmUpSteps })
    progress = { step, loss, accuracy: null }
    yield progress
  }
}
