import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../../../runtime/journal/index.ts'
import type { Journal, OpenJournalOptions } from '../../../runtime/journal/index.ts'

/** A folder for journals, removed when the test is over. */
export function journalFolder(): Disposable & { readonly path: string; readonly file: (name?: string) => string } {
  const path = mkdtempSync(join(tmpdir(), 'mas-journal-'))
  return {
    path,
    file: (name = 'run') => join(path, `${name}.sqlite`),
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** An open journal, or the test fails with what is wrong. */
export function opened(file: string, options: OpenJournalOptions = {}): Journal {
  const result = openJournal(file, options)
  if (result.kind === 'error') throw new Error(`${result.problem.kind}: ${result.problem.message}`)
  return result.journal
}

/** What the disk would hold if the process were killed now: the database and what is written ahead of it. */
export function copyAsIfKilled(file: string, to: string): void {
  for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, to + suffix)
}
