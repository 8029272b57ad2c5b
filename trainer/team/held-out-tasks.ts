import { randomStream } from '../random/random-stream.ts'
import { drawTasks } from '../tasks/index.ts'
import type { Task, TaskMix, TaskSplit } from '../tasks/index.ts'

/** Held-out tasks, so many of each family as far as there are: the same for every run, whatever its seed. */
export const heldOutTasks = (mix: TaskMix, split: TaskSplit, perFamily: number): readonly Task[] =>
  mix.flatMap(({ family }) =>
    drawTasks({ mix: [{ family, weight: 1 }], split, side: 'held_out' }, perFamily, randomStream(0, 'held out', family.name)),
  )
