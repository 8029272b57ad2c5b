import type { ExperimentArm } from '../experiment.ts'

/** Equal for arms whose supervised starts are the same. */
export function startKey({ setting, configuration }: ExperimentArm): string {
  const { tasks, rollout, weights, designer, executor } = configuration
  const roles = [designer, executor].map(({ network, start }) => ({ network, start }))
  const { perStep, ...drawn } = tasks
  return JSON.stringify([setting, drawn, rollout.mostRequests, rollout.temperature, weights, roles, perStep > 0])
}
