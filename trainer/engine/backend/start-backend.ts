import type { BackendName } from './backend-name.ts'

/** A backend that is ready for use, or why it is not. */
export type BackendStart = { readonly kind: 'started' } | { readonly kind: 'unavailable'; readonly reason: string }

/** Loads a backend into this process and makes it the current one. */
export async function startBackend(name: BackendName): Promise<BackendStart> {
  try {
    const tf = await import('@tensorflow/tfjs-core')
    // Production mode leaves out the warnings and hints meant for browsers.
    tf.enableProdMode()
    await registerBackend(name)
    const ready = await tf.setBackend(registeredName(name))
    return ready ? { kind: 'started' } : { kind: 'unavailable', reason: 'it does not start' }
  } catch (error) {
    return { kind: 'unavailable', reason: firstLine(error) }
  }
}

/** The name under which the tensor library knows a backend. */
export function registeredName(name: BackendName): string {
  return name === 'tfjs-node' ? 'tensorflow' : name
}

async function registerBackend(name: BackendName): Promise<void> {
  switch (name) {
    case 'tfjs-node': {
      const { loadNativeBackend } = await import('./load-native-backend.ts')
      return loadNativeBackend()
    }
    case 'wasm':
      await import('@tensorflow/tfjs-backend-wasm')
      return
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu')
      return
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? message
}
