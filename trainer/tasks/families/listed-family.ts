import type { Value } from '../../../compiler/index.ts'
import type { TaskFamily } from '../task-family.ts'
import { taskText } from '../task-text.ts'
import type { Task } from '../task.ts'
import { ownFamily } from './own-family.ts'

export interface TaskList {
  readonly name: string
  /** At least one; of equal inputs, one. Which of them are held out is decided by their texts, like everywhere. */
  readonly tasks: readonly Omit<Task, 'id' | 'family' | 'difficulty'>[]
  /** The executor roles that, given a task's inputs, reply with what it expects. */
  readonly roles: readonly string[]
}

/** A family that draws from a list of tasks, each as likely. Throws a RangeError for an empty list. */
export function listedFamily({ name, tasks, roles }: TaskList): TaskFamily {
  const byText = new Map(tasks.map((task) => [taskText(task), task]))
  const all = [...byText].map(([text, task]): Task => ({ ...task, id: `${name}:${text}`, family: name, difficulty: 1 }))
  if (all.length === 0) throw new RangeError(`the list of tasks ${name} is empty`)
  return ownFamily({
    name,
    roles,
    owns: (text) => byText.has(text),
    generate: (random) => {
      const task = all[random.integer(all.length)]
      if (task === undefined) throw new Error('a draw lies within its list')
      return task
    },
    reply: (role, inputs: Readonly<Record<string, Value>>) =>
      roles.includes(role) ? (byText.get(taskText({ input: inputs }))?.expected ?? null) : null,
  })
}
