import { randomStream } from '../random/random-stream.ts'
import { drawTasks, leakage } from '../tasks/index.ts'
import type { Leakage } from '../tasks/index.ts'
import { heldOutTasks } from './run-arm.ts'
import { families, taskMix, taskSplit } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'

/** Training tasks that are looked through: more than any arm sees. */
const trainingTasks = 20_000

/** How many of the held-out texts stand among the intermediate results of training tasks. */
export function heldOutLeakage(settings: DemonstrationSettings): Leakage {
  const training = drawTasks({ mix: taskMix, split: taskSplit, side: 'training' }, trainingTasks, randomStream(0, 'leakage'))
  return leakage(heldOutTasks(settings), training, families)
}
