import type { TaskFamily } from './task-family.ts'
import { taskText } from './task-text.ts'
import type { Task } from './task.ts'

export interface Leakage {
  /** Held-out texts looked at. */
  readonly heldOut: number
  /** How many of them occur on the way to some training task's result. */
  readonly leaked: number
  /** `leaked / heldOut`; 0 where nothing is held out. */
  readonly share: number
}

/**
 * How many held-out texts an executor may have met in training without their being training tasks: as an intermediate result of
 * a chain of right steps. Splits are disjoint as tasks; this says how far they are disjoint as texts.
 */
export function leakage(heldOut: readonly Task[], training: Iterable<Task>, families: readonly TaskFamily[]): Leakage {
  const byName = new Map(families.map((family) => [family.name, family]))
  const met = new Set<string>()
  for (const task of training) for (const step of byName.get(task.family)?.intermediates(task) ?? []) met.add(step)
  const texts = new Set(heldOut.map(taskText))
  const leaked = [...texts].filter((text) => met.has(text)).length
  return { heldOut: texts.size, leaked, share: texts.size === 0 ? 0 : leaked / texts.size }
}
