import type { DatabaseSync } from 'node:sqlite'
import { problemOf } from './journal-problem.ts'
import type { JournalProblem } from './journal-problem.ts'
import { sqlite } from './sqlite.ts'

/** Where the lock of a journal stands. It is an empty file that stays: only the lock on it counts. */
export const lockFileOf = (file: string): string => `${file}-lock`

/** Milliseconds to wait for the lock: someone who only looks whether it is taken holds it for a moment. */
const patience = 200

/**
 * Takes the lock that keeps a journal to one process: the operating system's own on a database beside it, which ends with the
 * process that holds it, however that ends. Throws as SQLite does where another holds it.
 */
export function takeLock(file: string): Disposable {
  const { DatabaseSync: Database } = sqlite()
  const lock: DatabaseSync = new Database(lockFileOf(file), { timeout: patience })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw error
  }
  return {
    [Symbol.dispose]: () => {
      lock.close()
    },
  }
}

/** Whether a process writes to the journal. */
export function isInUse(file: string): boolean {
  try {
    takeLock(file)[Symbol.dispose]()
    return false
  } catch (error) {
    return problemOf(error, file).kind === 'in_use'
  }
}

/** Does something while no process writes to the journal, and none can begin to; the problem where one does. */
export function whileUnused(file: string, action: () => void): JournalProblem | null {
  let lock: Disposable
  try {
    lock = takeLock(file)
  } catch (error) {
    return problemOf(error, file)
  }
  try {
    action()
    return null
  } finally {
    lock[Symbol.dispose]()
  }
}
