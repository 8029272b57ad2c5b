import type { TaskFamily } from '../task-family.ts'

/** A family of an embedding program; what is left out has a default. */
export interface OwnFamily extends Pick<TaskFamily, 'name' | 'generate'>, Partial<Omit<TaskFamily, 'name' | 'generate'>> {}

/**
 * A family of tasks of one's own. Left out: one difficulty, no roles (then only executors of one's own can solve it), nothing on
 * the way to a result, texts that every call sees as they are.
 */
export const ownFamily = (family: OwnFamily): TaskFamily => ({
  parameters: {},
  difficulties: { minimum: 1, maximum: 1 },
  roles: [],
  owns: () => false,
  reply: () => null,
  intermediates: () => [],
  perceive: (text) => text,
  ...family,
})
