import type { ExperimentArm } from '../experiment.ts'

/** Equal for arms whose supervised starts are the same. */
export function startKey({ setting, configuration }: ExperimentArm): string {
  const { tasks, rollout, weights, designer, executor } = configuration
  const roles = [designer, executor].map(({ network, start }) => ({ network, start }))
  return JSON.stringify([setting, tasks.families, tasks.split, rollout.mostRequests, rollout.temperature, weights, roles])
}
