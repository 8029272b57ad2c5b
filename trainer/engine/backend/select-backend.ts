import type { BackendChoice, BackendName } from './backend-name.ts'
import { backendNames } from './backend-name.ts'
import { checkInChild } from './check-in-child.ts'
import { isNativeBackendInstalled } from './load-native-backend.ts'
import { startBackend } from './start-backend.ts'

/** A backend that was passed over. */
export interface UnusedBackend {
  readonly backend: BackendName
  readonly reason: string
}

/** The backend that runs now, or why the one asked for does not. */
export type BackendSelection =
  | { readonly kind: 'selected'; readonly backend: BackendName; readonly notUsed: readonly UnusedBackend[] }
  | { readonly kind: 'unavailable'; readonly backend: BackendName; readonly reason: string }

/**
 * Starts the backend asked for, or the first one that works: native TensorFlow (only after it has passed a self-check in a
 * process of its own, because a native library can crash or compute wrongly), WASM, pure JavaScript.
 */
export async function selectBackend(choice: BackendChoice): Promise<BackendSelection> {
  if (choice !== 'auto') {
    const reason = await tryBackend(choice)
    if (reason === null) return { kind: 'selected', backend: choice, notUsed: [] }
    return { kind: 'unavailable', backend: choice, reason }
  }
  const notUsed: UnusedBackend[] = []
  for (const backend of backendNames) {
    const reason = await tryBackend(backend)
    if (reason === null) return { kind: 'selected', backend, notUsed }
    notUsed.push({ backend, reason })
  }
  const reason = notUsed.map(({ backend, reason }) => `${backend}: ${reason}`).join('; ')
  return { kind: 'unavailable', backend: 'cpu', reason }
}

/** Why a backend cannot be used; `null` where it can, and is running. */
async function tryBackend(backend: BackendName): Promise<string | null> {
  if (backend === 'tfjs-node') {
    if (!isNativeBackendInstalled()) return '@tensorflow/tfjs-node is not installed'
    const checked = await checkInChild(backend)
    if (checked.kind === 'failed') return `its self-check fails: ${checked.reason}`
  }
  const started = await startBackend(backend)
  return started.kind === 'started' ? null : started.reason
}
