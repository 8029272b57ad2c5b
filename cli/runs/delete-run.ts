import { rmSync } from 'node:fs'
import { whileUnused } from '../../runtime/journal/index.ts'
import { reasonOf } from '../run/read-text-file.ts'
import { filesOfRun, journalFile } from './run-place.ts'

/** Deletes the files of a run that nobody works on; the reason where that could not be done. */
export function deleteRun(folder: string, id: string): string | null {
  try {
    const problem = whileUnused(journalFile(folder, id), () => {
      for (const file of filesOfRun(folder, id)) rmSync(file, { force: true })
    })
    if (problem === null) return null
    return problem.kind === 'in_use' ? `the run ${id} is under way and was left alone` : `the run ${id} cannot be deleted: ${problem.message}`
  } catch (error) {
    return `the run ${id} cannot be deleted: ${folder} ${reasonOf(error)}`
  }
}
