import type { RandomStream } from '../random/random-stream.ts'
import { splitOf } from './task-split.ts'
import type { Split, TaskSplit } from './task-split.ts'
import type { TaskFamily } from './task-family.ts'
import { taskText } from './task-text.ts'
import type { Task } from './task.ts'

/** Families and how often each is drawn, in proportion to its weight. */
export type TaskMix = readonly { readonly family: TaskFamily; readonly weight: number }[]

export interface TaskSource {
  readonly mix: TaskMix
  readonly split: TaskSplit
  readonly side: Split
}

/** Draws in a row that bring nothing new before a source counts as exhausted. */
const mostIdleDraws = 2_000

/**
 * Draws different tasks of one side of the split: a family by weight, then one of its difficulties, each as likely. Fewer
 * than `count` only where the source holds no more: small families have small held-out sides.
 */
export function drawTasks(source: TaskSource, count: number, random: RandomStream): readonly Task[] {
  const drawn = new Map<string, Task>()
  for (let idle = 0; drawn.size < count && idle < mostIdleDraws; idle += 1) {
    const task = drawTask(source.mix, random)
    const text = taskText(task)
    if (drawn.has(text) || splitOf(text, source.split) !== source.side) continue
    drawn.set(text, task)
    idle = -1
  }
  return [...drawn.values()]
}

/** One task of either side. */
export function drawTask(mix: TaskMix, random: RandomStream): Task {
  const family = familyByWeight(mix, random)
  const { minimum, maximum } = family.difficulties
  return family.generate(random, minimum + random.integer(maximum - minimum + 1))
}

function familyByWeight(mix: TaskMix, random: RandomStream): TaskFamily {
  const total = mix.reduce((sum, entry) => sum + entry.weight, 0)
  let left = random.next() * total
  for (const { family, weight } of mix) {
    left -= weight
    if (left < 0) return family
  }
  throw new RangeError('a mix of tasks needs a family of positive weight')
}
