import type { Graph } from '../compiler/index.ts'
import type { ModelClient } from '../runtime/index.ts'

/** The client behind every model slot of a graph: the `models` of a run. */
export const everySlot = ({ agents }: Graph, client: ModelClient): ReadonlyMap<string, ModelClient> =>
  new Map(Object.values(agents).map(({ model }) => [model, client]))
