import type { Value } from '../../compiler/index.ts'
import type { RandomStream } from '../random/random-stream.ts'
import { drawTask } from './draw-tasks.ts'
import type { TaskMix } from './draw-tasks.ts'
import { splitOf } from './task-split.ts'
import type { TaskSplit } from './task-split.ts'
import type { TaskFamily } from './task-family.ts'
import { taskText } from './task-text.ts'
import type { Task } from './task.ts'

/** What a perfect agent of a role replies: the material of a supervised start. */
export interface SupervisedExample {
  readonly family: string
  readonly role: string
  readonly inputs: Readonly<Record<string, Value>>
  readonly output: Value
  /** Whether the inputs do not tell the output; left out where they do. */
  readonly isGuess?: boolean
}

/** Draws in a row that give no example before a mix counts as having none. */
const mostIdleDraws = 10_000

/**
 * Every example that a training task gives: each role on the task itself, and the role `reduce` on every intermediate text
 * too. No example has a held-out text as an input, and a held-out task gives none.
 */
export function examplesOf(task: Task, family: TaskFamily, split: TaskSplit): readonly SupervisedExample[] {
  const isHeldOut = (inputs: Readonly<Record<string, Value>>): boolean =>
    [taskText({ input: inputs }), ...Object.values(inputs)].some(
      (text) => typeof text === 'string' && splitOf(text, split) === 'held_out',
    )
  if (isHeldOut(task.input)) return []

  const [name] = Object.keys(task.input)
  const steps = name === undefined ? [] : family.intermediates(task).map((step) => ({ [name]: step }))
  return family.roles.flatMap((role) =>
    [task.input, ...(role === 'reduce' ? steps : [])].flatMap((inputs) => {
      const output = isHeldOut(inputs) ? null : family.reply(role, inputs)
      return output === null ? [] : [{ family: family.name, role, inputs, output }]
    }),
  )
}

/**
 * Draws examples for a supervised start: a training task of the mix, one of its family's roles, then one of the examples
 * of that role, each as likely. Examples may repeat. Throws a RangeError where the mix gives none.
 */
export function drawExamples(mix: TaskMix, split: TaskSplit, count: number, random: RandomStream): readonly SupervisedExample[] {
  const byName = new Map(mix.map(({ family }) => [family.name, family]))
  const examples: SupervisedExample[] = []
  for (let idle = 0; examples.length < count; idle += 1) {
    if (idle === mostIdleDraws) throw new RangeError('the mix has no training task that gives an example')
    const task = drawTask(mix, random)
    const family = byName.get(task.family)
    if (family === undefined) throw new Error(`a task names its family, not ${task.family}`)
    const role = family.roles[random.integer(family.roles.length)]
    const example = family.show === undefined ? oneOf(task, family, role, split, random) : shownExample(task, family, role, split, random)
    if (example === null) continue
    examples.push(example)
    idle = -1
  }
  return examples
}

function oneOf(task: Task, family: TaskFamily, role: string | undefined, split: TaskSplit, random: RandomStream): SupervisedExample | null {
  const choices = examplesOf(task, family, split).filter((example) => example.role === role)
  return choices[random.integer(Math.max(1, choices.length))] ?? null
}

/** What the family itself shows; a task that is held out shows nothing, and none is shown. */
function shownExample(
  task: Task,
  family: TaskFamily,
  role: string | undefined,
  split: TaskSplit,
  random: RandomStream,
): SupervisedExample | null {
  if (role === undefined || splitOf(taskText(task), split) === 'held_out') return null
  const shown = family.show?.(task, role, random) ?? null
  if (shown === null) return null
  const isHeldOut = Object.values(shown.inputs).some(
    (text) => typeof text === 'string' && (family.isTask?.(text) ?? true) && splitOf(text, split) === 'held_out',
  )
  return isHeldOut ? null : { family: family.name, ...shown }
}
