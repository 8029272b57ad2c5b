import { closeSync, openSync } from 'node:fs'

export type OpenWheels =
  | { readonly kind: 'ok'; readonly descriptors: readonly number[] }
  | { readonly kind: 'failed'; readonly message: string }

/** Opens the wheels for reading, all or none: the process that unpacks them needs no right to their folders. */
export function openWheels(paths: readonly string[]): OpenWheels {
  const descriptors: number[] = []
  for (const path of paths) {
    try {
      descriptors.push(openSync(path, 'r'))
    } catch (error) {
      descriptors.forEach((descriptor) => {
        closeSync(descriptor)
      })
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      return { kind: 'failed', message: `The wheel ${path} cannot be read (${code})` }
    }
  }
  return { kind: 'ok', descriptors }
}
