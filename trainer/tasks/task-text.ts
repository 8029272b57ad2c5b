import type { Task } from './task.ts'

/**
 * The text that a task is known by: its input where that is one string, else its inputs as JSON with the names in
 * alphabetical order. Tasks of equal text are the same task.
 */
export function taskText(task: Pick<Task, 'input'>): string {
  const names = Object.keys(task.input).sort()
  const only = names.length === 1 && names[0] !== undefined ? task.input[names[0]] : undefined
  if (typeof only === 'string') return only
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, task.input[name]])))
}
