import type { BackendChoice, BackendName } from './backend/backend-name.ts'
import type { UnusedBackend } from './backend/select-backend.ts'
import { selectBackend } from './backend/select-backend.ts'
import type { NetworkShape } from './network-shape.ts'
import type { NetworkState, PolicyNetwork } from './policy-network.ts'

/** A running tensor backend and the networks that can be made on it. */
export interface Engine {
  readonly backend: BackendName
  /** Faster backends that were not used, and why. */
  readonly notUsed: readonly UnusedBackend[]
  /** A network of untrained weights. Throws a RangeError for an impossible shape; see `shapeProblems`. */
  createNetwork(shape: NetworkShape, seed: number): PolicyNetwork
  /** A network that continues from a state, which is copied: read from a checkpoint, or another network's snapshot. */
  openNetwork(state: NetworkState): PolicyNetwork
}

/** An engine, or why the backend asked for cannot be used. */
export type EngineResult =
  | { readonly kind: 'loaded'; readonly engine: Engine }
  | { readonly kind: 'unavailable'; readonly backend: BackendName; readonly reason: string }

/** Starts the backend of choice. The tensor library is loaded only here. */
export async function loadEngine(choice: BackendChoice = 'auto'): Promise<EngineResult> {
  const selection = await selectBackend(choice)
  if (selection.kind === 'unavailable') return selection
  const { createEngine } = await import('./tensor/create-engine.ts')
  return { kind: 'loaded', engine: createEngine(selection.backend, selection.notUsed) }
}
