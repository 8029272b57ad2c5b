import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Says that a file could not be written, and why. */
export function unwritten(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'ENOENT' && !existsSync(dirname(path))) return `${path} cannot be written: there is no folder ${dirname(path)}.`
  return `${path} cannot be written (${code}).`
}
