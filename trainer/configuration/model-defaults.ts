/** What a configuration has for defaults where models answer for the agents: their requests cost time and money, and nothing of them learns. */
export const modelDefaults = {
  tasks: { perStep: 8 },
  rollout: { executions: 2, mostRequests: 8 },
  schedule: { preset: 'frozen_executor' },
  designer: { network: { positions: 96 } },
  budget: { requests: 5000 },
  evaluation: { tasksPerFamily: 100, repeats: 1 },
  guards: { mostFailingSteps: 2, mostUnsolvedSteps: 10 },
} as const

/** What is written, with defaults where it leaves them out; what is no object is left to the schema. */
export function withDefaults(written: unknown, defaults: unknown): unknown {
  if (!isObject(defaults)) return written === undefined ? defaults : written
  if (written === undefined) return structuredClone(defaults)
  if (!isObject(written)) return written
  const filled = Object.entries(defaults).map(([name, value]) => [name, withDefaults(Object.hasOwn(written, name) ? written[name] : undefined, value)])
  return { ...written, ...Object.fromEntries(filled) }
}

/** Whether a file names models for its agents. */
export function namesModels(written: unknown): boolean {
  const executor = isObject(written) ? written['executor'] : undefined
  return isObject(executor) && typeof executor['models'] === 'string'
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
