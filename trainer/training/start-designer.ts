import type { PolicyNetwork, SupervisedRow } from '../engine/index.ts'
import type { DesignerPolicy } from '../policies/designer-policy.ts'
import { randomStream } from '../random/random-stream.ts'
import { drawTasks, taskText } from '../tasks/index.ts'
import type { TaskSource } from '../tasks/index.ts'
import type { SupervisedProgress } from './start-executor.ts'

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
}

/** The designer's supervised start: it learns to write common designs, for no task in particular. */
export function* startDesigner<State>(
  network: PolicyNetwork,
  designer: DesignerPolicy<State>,
  settings: DesignerStartSettings,
): Generator<SupervisedProgress, void> {
  for (let step = 1; step <= settings.mostSteps; step += 1) {
    const random = randomStream(settings.seed, 'supervised designs', step)
    const rows = drawTasks(settings.tasks, settings.batch, random).flatMap((task): SupervisedRow[] => {
      const choices = settings.designs[random.integer(settings.designs.length)]
      return choices === undefined ? [] : [designer.imitate(taskText(task), choices)]
    })
    const { loss } = network.trainSupervised(rows, { learningRate: settings.learningRate, warmUpSteps: settings.warmUpSteps })
    yield { step, loss, accuracy: null }
    if (loss <= settings.loss) return
  }
}
