import type { Definitions } from '../agent/definitions.ts'
import { Failure } from '../values/failure.ts'
import type { RunOptions } from './run-options.ts'

/** Slots and tools that the graph needs and nothing provides. */
export function missingBindings(
  graph: Definitions,
  models: RunOptions['models'],
  tools: NonNullable<RunOptions['tools']>,
): { readonly slots: readonly string[]; readonly tools: readonly string[] } {
  const slots = new Set(Object.values(graph.agents).map((agent) => agent.model))
  const sources = new Set(Object.values(graph.tools).map((tool) => tool.from))
  return { slots: [...slots].filter((slot) => !models.has(slot)), tools: [...sources].filter((from) => !tools.has(from)) }
}

/** A run with something missing never starts. */
export function checkBindings(
  graph: Definitions,
  models: RunOptions['models'],
  tools: NonNullable<RunOptions['tools']>,
): Failure | null {
  const missing = missingBindings(graph, models, tools)
  if (missing.slots.length > 0) return new Failure('unbound_model', `No model is bound to: ${missing.slots.join(', ')}.`)
  if (missing.tools.length > 0) return new Failure('unbound_tool', `Nothing provides: ${missing.tools.join(', ')}.`)
  return null
}
