import { join } from 'node:path'
import { tryLock } from '../../runtime/journal/index.ts'
import { runFiles } from './run-folder.ts'

/** Keeps a run folder to one process, for as long as it holds the lock or lives. */
export class RunLock implements Disposable {
  readonly #folder: string
  #held: Disposable | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Takes the lock, once; the folder must be there. Why it cannot be had, `null` where it is held. */
  take(): string | null {
    if (this.#held !== null) return null
    const tried = tryLock(join(this.#folder, runFiles.state))
    if (tried.kind === 'ok') {
      this.#held = tried.lock
      return null
    }
    const { kind, message } = tried.problem
    return kind === 'in_use' ? `another process trains in ${this.#folder}: wait for its end, or train elsewhere with --out FOLDER` : message
  }

  [Symbol.dispose](): void {
    this.#held?.[Symbol.dispose]()
    this.#held = null
  }
}
