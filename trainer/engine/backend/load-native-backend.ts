import { createRequire } from 'node:module'

/** An optional dependency: named here alone, and as a variable, so that type checking does not need it installed. */
const nativePackage: string = '@tensorflow/tfjs-node'

/** Whether the native package can be found, without loading it. */
export function isNativeBackendInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(nativePackage)
    return true
  } catch {
    return false
  }
}

/** Loads the native package, which registers its backend. Throws what it throws. */
export async function loadNativeBackend(): Promise<void> {
  restoreIsNullOrUndefined()
  await import(nativePackage)
}

/** tfjs-node 4.22 calls `util.isNullOrUndefined`, which Node 23 removed. */
function restoreIsNullOrUndefined(): void {
  const util: Record<string, unknown> = createRequire(import.meta.url)('node:util')
  util['isNullOrUndefined'] ??= (value: unknown): boolean => value === null || value === undefined
}
