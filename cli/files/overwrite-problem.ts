import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'

/** Why a result may not go into a file, or `null`: there it would take the place of one that the same command reads. */
export function overwriteProblem(flag: string, path: string, read: readonly string[]): string | null {
  const place = placeOf(path)
  return read.some((other) => placeOf(other) === place) ? `${flag} ${path} would overwrite a file that this command reads` : null
}

const placeOf = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path))
