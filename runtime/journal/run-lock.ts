import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { problemOf } from './journal-problem.ts'
import type { JournalProblem } from './journal-problem.ts'
import { sqlite } from './sqlite.ts'

/** Where the lock of a journal stands. It is an empty file, which goes only with its journal: the lock on it counts. */
export const lockFileOf = (file: string): string => `${file}-lock`

/** Milliseconds to wait for the lock: someone who only looks whether it is taken holds it for a moment. */
const patience = 200

/**
 * Takes the lock that keeps a journal to one process: the operating system's own on a database beside it, which ends with the
 * process that holds it, however that ends. Throws as SQLite does where another holds it.
 */
export function takeLock(file: string): Disposable {
  const { DatabaseSync: Database } = sqlite()
  for (;;) {
    const before = numberOf(lockFileOf(file))
    const lock: DatabaseSync = new Database(lockFileOf(file), { timeout: patience })
    // Who waited while a run was deleted waits for the lock of a file that is gone: a third process could have one of its own.
    const isOfThisFile = (): boolean => before !== null && numberOf(lockFileOf(file)) === before
    try {
      lock.exec('begin exclusive')
      if (isOfThisFile()) return { [Symbol.dispose]: () => lock.close() }
    } catch (error) {
      if (before === null || isOfThisFile()) {
        lock.close()
        throw error
      }
    }
    lock.close()
  }
}

/** What tells a file from another one of the same name; `null` where there is none. A file that is open keeps its number. */
function numberOf(path: string): bigint | null {
  try {
    return statSync(path, { bigint: true }).ino
  } catch {
    return null
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
