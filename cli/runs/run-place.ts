import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where journals stand unless `--runs` names another folder. */
export const DEFAULT_RUNS_FOLDER = join('.mas', 'runs')

const ending = '.sqlite'

/** Names that are safe as a file's name everywhere. */
const validId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** Why a text cannot name a run; `null` where it can. */
export const runIdProblem = (id: string): string | null =>
  validId.test(id)
    ? null
    : `"${id}" cannot name a run: it must begin with a letter or digit and hold only those, ".", "_" and "-", at most 100 of them`

/** The journal of a run; the id has been found valid. */
export const journalFile = (folder: string, id: string): string => join(folder, `${id}${ending}`)

/** The files that a run may have. */
export const filesOfRun = (folder: string, id: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal', '-lock'].map((suffix) => `${journalFile(folder, id)}${suffix}`)

/** The runs of a folder by name; none where there is no such folder. Throws what the file system throws otherwise. */
export function runIdsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((id) => validId.test(id))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
