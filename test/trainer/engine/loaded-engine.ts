import type { BackendName, Engine, NetworkShape } from '../../../trainer/engine/index.ts'
import { loadEngine } from '../../../trainer/engine/index.ts'

/** An engine on a backend that every machine has. */
export async function loadedEngine(backend: BackendName = 'wasm'): Promise<Engine> {
  const result = await loadEngine(backend)
  if (result.kind === 'unavailable') throw new Error(result.reason)
  return result.engine
}

/** A shape small enough for checks by brute force; every size differs from the others. */
export const smallShape: NetworkShape = {
  vocabulary: 11,
  width: 12,
  layers: 2,
  heads: 3,
  positions: 10,
  feedForwardMultiple: 2,
  lookback: 2,
  restart: 7,
}

/** The shape of an executor in use. */
export const executorShape: NetworkShape = {
  vocabulary: 32,
  width: 32,
  layers: 1,
  heads: 2,
  positions: 40,
  feedForwardMultiple: 4,
}
